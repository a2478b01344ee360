import { describe, expect, it } from 'vitest';
import {
  chiSquareQuantile,
  createSeededRandom,
  fisherCdf,
  fisherQuantile,
  inverseGram,
  mean,
  median,
  minimiseSquares,
  normalCdf,
  normalQuantile,
  robustDeviation,
  runsTest,
  shapiroWilk,
  sortedQuantile,
  standardDeviation,
  studentCdf,
  studentQuantile,
} from './index.ts';

describe('distributions', () => {
  it('give the quantiles of printed tables (Abramowitz & Stegun, tables 26.1, 26.8 to 26.10)', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 11);
    expect(normalCdf(-8)).toBeCloseTo(6.220960574271784e-16, 29);
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228138851986274, 11);
    expect(studentQuantile(0.025, 1)).toBeCloseTo(-12.706204736432095, 9);
    expect(studentCdf(0, 3.7)).toBeCloseTo(0.5, 14);
    expect(fisherQuantile(0.95, 5, 15)).toBeCloseTo(2.9012945362361573, 10);
    expect(fisherCdf(2.9012945362361573, 5, 15)).toBeCloseTo(0.95, 11);
    expect(chiSquareQuantile(0.95, 3)).toBeCloseTo(7.814727903251178, 10);
    expect(chiSquareQuantile(0.05, 60)).toBeCloseTo(43.18795845398614, 9);
  });

  it('are one another’s inverses', () => {
    for (const p of [1e-9, 0.01, 0.3, 0.5, 0.8, 0.999]) {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
      expect(studentCdf(studentQuantile(p, 4.5), 4.5)).toBeCloseTo(p, 11);
      expect(fisherCdf(fisherQuantile(p, 3, 7.2), 3, 7.2)).toBeCloseTo(p, 11);
    }
  });
});

describe('shapiroWilk', () => {
  it('gives the worked example of Shapiro & Wilk, Biometrika 52 (1965) 591–611: weights of eleven men', () => {
    const weights = [148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236];
    const result = shapiroWilk(weights);
    // SciPy 1.17.1, scipy.stats.shapiro: 0.78881423, 0.00670339; the paper prints W = 0.79.
    expect(result?.w).toBeCloseTo(0.78881423, 6);
    expect(result?.pValue).toBeCloseTo(0.00670339, 6);
  });

  it('has no answer without spread', () => {
    expect(shapiroWilk([1, 2])).toBeNull();
    expect(shapiroWilk([3, 3, 3, 3])).toBeNull();
  });
});

describe('runsTest', () => {
  it('counts the arrangements exactly', () => {
    // + + + − − −: 2 of the C(6, 3) = 20 arrangements have two runs.
    expect(runsTest([1, 2, 3, -1, -2, -3])).toMatchObject({ runs: 2, pValue: expect.closeTo(0.1, 12) });
    expect(runsTest([1, -1, 2, -2, 3, -3])?.pValue).toBeCloseTo(1, 12);
    expect(runsTest([1, 2, 0])).toBeNull();
  });
});

describe('summaries', () => {
  it('give mean, deviation, quantiles and a deviation that an outlier does not move', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(robustDeviation([1, 2, 3, 4, 1000])).toBeCloseTo(1.4826, 4);
    expect(sortedQuantile([10, 20, 30], 0.5)).toBe(20);
    expect(sortedQuantile([10, 20, 30], 0.375)).toBe(15);
    expect(sortedQuantile([10, 20, 30], 0.01)).toBe(10);
  });
});

describe('minimiseSquares', () => {
  it('solves NIST StRD Misra1a (certified values, higher difficulty start)', () => {
    // itl.nist.gov/div898/strd/nls/data/misra1a.shtml
    const y = [
      10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
    ];
    const x = [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760];
    const solution = minimiseSquares(
      {
        parameterCount: 2,
        residualCount: x.length,
        lower: Float64Array.of(0, 0),
        upper: Float64Array.of(1e6, 1),
        evaluate(b, residuals, jacobian) {
          for (const [row, xi] of x.entries()) {
            const decay = Math.exp(-(b[1] as number) * xi);
            residuals[row] = (b[0] as number) * (1 - decay) - (y[row] as number);
            if (jacobian !== null) {
              jacobian[2 * row] = 1 - decay;
              jacobian[2 * row + 1] = (b[0] as number) * xi * decay;
            }
          }
        },
      },
      Float64Array.of(500, 0.0001),
    );
    expect(solution.isConverged).toBe(true);
    expect(solution.parameters[0]).toBeCloseTo(238.94212918, 6);
    expect(solution.parameters[1]).toBeCloseTo(5.5015643181e-4, 11);
    expect(solution.sumOfSquares).toBeCloseTo(0.12455138894, 10);
  });

  it('stays inside its box', () => {
    const solution = minimiseSquares(
      {
        parameterCount: 2,
        residualCount: 2,
        lower: Float64Array.of(0, -9),
        upper: Float64Array.of(9, 9),
        evaluate([a = 0, b = 0], residuals, jacobian) {
          residuals[0] = a + 3;
          residuals[1] = b - 2 + a;
          jacobian?.set([1, 0, 1, 1]);
        },
      },
      Float64Array.of(5, 5),
    );
    expect([...solution.parameters]).toEqual([0, expect.closeTo(2, 9)]);
  });
});

describe('inverseGram', () => {
  it('inverts AᵀA and refuses a matrix without full rank', () => {
    const gram = inverseGram(Float64Array.of(1, 0, 0, 2, 1, 0), 3, 2);
    // AᵀA = [[2, 0], [0, 4]].
    expect([...(gram?.inverse ?? [])]).toEqual([
      expect.closeTo(0.5, 12),
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
      expect.closeTo(0.25, 12),
    ]);
    expect(inverseGram(Float64Array.of(1, 1, 1, 1, 1, 1), 3, 2)).toBeNull();
  });
});

describe('createSeededRandom', () => {
  it('repeats itself, and is uniform and normal', () => {
    const [first, again] = [createSeededRandom(7), createSeededRandom(7)];
    expect(Array.from({ length: 5 }, () => first.normal())).toEqual(
      Array.from({ length: 5 }, () => again.normal()),
    );
    const random = createSeededRandom(3);
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(standardDeviation(normal)).toBeCloseTo(1, 1);
    expect(shapiroWilk(normal.slice(0, 4000))?.pValue).toBeGreaterThan(0.01);
  });
});
