import { describe, expect, it } from 'vitest';
import { gaugeStudy } from './gauge-study.ts';

/** AIAG, Measurement Systems Analysis, 4th ed., figure III-B 15: appraisers × trials × parts. */
const aiag = [
  [
    [0.29, -0.56, 1.34, 0.47, -0.8, 0.02, 0.59, -0.31, 2.26, -1.36],
    [0.41, -0.68, 1.17, 0.5, -0.92, -0.11, 0.75, -0.2, 1.99, -1.25],
    [0.64, -0.58, 1.27, 0.64, -0.84, -0.21, 0.66, -0.17, 2.01, -1.31],
  ],
  [
    [0.08, -0.47, 1.19, 0.01, -0.56, -0.2, 0.47, -0.63, 1.8, -1.68],
    [0.25, -1.22, 0.94, 1.03, -1.2, 0.22, 0.55, 0.08, 2.12, -1.62],
    [0.07, -0.68, 1.34, 0.2, -1.28, 0.06, 0.83, -0.34, 2.19, -1.5],
  ],
  [
    [0.04, -1.38, 0.88, 0.14, -1.46, -0.29, 0.02, -0.46, 1.77, -1.49],
    [-0.11, -1.13, 1.09, 0.2, -1.07, -0.67, 0.01, -0.56, 1.45, -1.77],
    [-0.15, -0.96, 0.67, 0.11, -1.45, -0.49, 0.21, -0.49, 1.87, -2.16],
  ],
];
const cells = aiag[0][0].map((_, part) => aiag.map((trials) => trials.map((trial) => trial[part])));

describe('gaugeStudy', () => {
  it('reproduces the analysis of variance of the AIAG manual: 10 parts, 3 appraisers, 3 trials', () => {
    const result = gaugeStudy(cells);
    if (!result.ok) throw new Error(result.detail);
    const { specimens, readers, interaction, repeats, total } = result.table;
    expect(specimens.degreesOfFreedom).toBe(9);
    expect(specimens.sumOfSquares).toBeCloseTo(88.3619, 4);
    expect(specimens.meanSquare).toBeCloseTo(9.81799, 5);
    expect(readers.degreesOfFreedom).toBe(2);
    expect(readers.sumOfSquares).toBeCloseTo(3.1673, 4);
    expect(readers.meanSquare).toBeCloseTo(1.58363, 5);
    expect(interaction.degreesOfFreedom).toBe(18);
    expect(interaction.sumOfSquares).toBeCloseTo(0.359, 4);
    expect(repeats.degreesOfFreedom).toBe(60);
    expect(repeats.sumOfSquares).toBeCloseTo(2.7589, 4);
    expect(total.degreesOfFreedom).toBe(89);
    expect(total.sumOfSquares).toBeCloseTo(94.6471, 4);
    expect(result.interactionRatio?.toFixed(3)).toBe('0.434');
    expect(result.isInteractionPooled).toBe(true);
  });

  it('reproduces its components: EV 0.1999, AV 0.2268, GRR 0.3024, PV 1.0423 and their percentages', () => {
    const result = gaugeStudy(cells);
    if (!result.ok) throw new Error(result.detail);
    expect(result.repeatability.standardDeviation).toBeCloseTo(0.199933, 5);
    expect(result.reproducibility.standardDeviation).toBeCloseTo(0.226838, 5);
    expect(result.gauge.standardDeviation).toBeCloseTo(0.302373, 5);
    expect(result.specimens.standardDeviation).toBeCloseTo(1.042327, 5);
    expect(result.repeatability.studyPercent).toBeCloseTo(18.4, 1);
    expect(result.reproducibility.studyPercent).toBeCloseTo(20.9, 1);
    expect(result.gauge.studyPercent).toBeCloseTo(27.9, 1);
    expect(result.specimens.studyPercent).toBeCloseTo(96.0, 1);
    expect(result.gauge.contributionPercent).toBeCloseTo(7.8, 1);
    expect(result.distinctCategories).toBe(4);
  });

  it('holds the repeatability inside its χ² interval', () => {
    const result = gaugeStudy(cells);
    if (!result.ok) throw new Error(result.detail);
    const { value, lower, upper } = result.repeatabilityInterval;
    expect(value).toBe(result.repeatability.standardDeviation);
    expect(lower).toBeLessThan(value);
    expect(upper).toBeGreaterThan(value);
  });

  it('keeps an interaction that is more than scatter as reproducibility', () => {
    const interacting = gaugeStudy([
      [
        [10, 11],
        [30, 31],
      ],
      [
        [50, 51],
        [30, 31],
      ],
      [
        [70, 71],
        [90, 91],
      ],
    ]);
    if (!interacting.ok) throw new Error(interacting.detail);
    expect(interacting.isInteractionPooled).toBe(false);
    expect(interacting.reproducibility.variance).toBeGreaterThan(100);
    expect(interacting.repeatability.variance).toBeCloseTo(0.5, 9);
  });

  it('gives figures for readers who repeat themselves exactly', () => {
    const result = gaugeStudy([
      [
        [10, 10],
        [20, 20],
      ],
      [
        [40, 40],
        [55, 55],
      ],
    ]);
    if (!result.ok) throw new Error(result.detail);
    expect(result.repeatability.variance).toBe(0);
    expect(result.interactionRatio).toBeNull();
    expect(Number.isFinite(result.gauge.studyPercent)).toBe(true);
  });

  it('refuses too little and rejects unequal cells', () => {
    expect(gaugeStudy(cells.slice(0, 1))).toMatchObject({ ok: false, reason: 'too-few-specimens' });
    expect(gaugeStudy(cells.map((row) => row.slice(0, 1)))).toMatchObject({
      ok: false,
      reason: 'too-few-readers',
    });
    expect(gaugeStudy(cells.map((row) => row.map((cell) => cell.slice(0, 1))))).toMatchObject({
      ok: false,
      reason: 'no-repeats',
    });
    expect(() => gaugeStudy([cells[0], [[1], [2, 3], [4, 5]]])).toThrow('cells[1][0] must hold 3 readings');
  });
});
