import { describe, expect, it } from 'vitest';
import { evaluateAnswers } from './evaluate-answers.ts';
import { bandOf } from './shear-bands.ts';

describe('evaluateAnswers', () => {
  it('equals figures computed by hand', () => {
    // Errors: +1, −5, +10, −12, 0 over truths 10, 20, 50, 80, 90; one refusal.
    const figures = evaluateAnswers([
      { truth: 10, mean: 11, lower: 8, upper: 14 },
      { truth: 20, mean: 15, lower: 12, upper: 19 },
      { truth: 50, mean: 60, lower: 50, upper: 70 },
      { truth: 80, mean: 68, lower: 50, upper: 79.9 },
      { truth: 90, mean: 90, lower: 85, upper: 95 },
      { truth: 70, mean: null },
    ]);
    expect(figures.total).toBe(6);
    expect(figures.count).toBe(5);
    expect(figures.refusedPercent).toBeCloseTo(100 / 6, 12);
    expect(figures.meanAbsoluteError).toBeCloseTo(28 / 5, 12);
    expect(figures.bias).toBeCloseTo(-6 / 5, 12);
    expect(figures.rootMeanSquareError).toBeCloseTo(Math.sqrt(270 / 5), 12);
    // Mean truth 50: SST = 1600 + 900 + 0 + 900 + 1600 = 5000.
    expect(figures.rSquared).toBeCloseTo(1 - 270 / 5000, 12);
    expect(figures.withinFivePercent).toBe(60);
    expect(figures.withinTenPercent).toBe(80);
    expect(figures.coveragePercent).toBe(60);
    expect(figures.meanIntervalWidth).toBeCloseTo((6 + 7 + 20 + 29.9 + 10) / 5, 12);
    expect(figures.bands).toEqual({
      '0-20': { count: 1, meanAbsoluteError: 1, bias: 1 },
      '20-80': { count: 3, meanAbsoluteError: 9, bias: expect.closeTo(-7 / 3, 12) },
      '80-100': { count: 1, meanAbsoluteError: 0, bias: 0 },
    });
  });

  it('has null where there is nothing to compute from', () => {
    const figures = evaluateAnswers([{ truth: 30, mean: null }]);
    expect(figures.refusedPercent).toBe(100);
    expect(figures.meanAbsoluteError).toBeNull();
    expect(figures.rSquared).toBeNull();
    expect(figures.coveragePercent).toBeNull();
    expect(evaluateAnswers([]).refusedPercent).toBeNull();
    const equal = evaluateAnswers([
      { truth: 30, mean: 31 },
      { truth: 30, mean: 29 },
    ]);
    expect([equal.rSquared, equal.coveragePercent]).toEqual([null, null]);
  });

  it('refuses values outside 0–100', () => {
    expect(() => evaluateAnswers([{ truth: 101, mean: 50 }])).toThrow(/truth/);
    expect(() => evaluateAnswers([{ truth: 50, mean: Number.NaN }])).toThrow(/mean/);
  });
});

describe('bandOf', () => {
  it('gives the edges 20 and 80 to the middle band', () => {
    expect([0, 19.9, 20, 80, 80.1, 100].map(bandOf)).toEqual([
      '0-20',
      '0-20',
      '20-80',
      '20-80',
      '80-100',
      '80-100',
    ]);
  });
});
