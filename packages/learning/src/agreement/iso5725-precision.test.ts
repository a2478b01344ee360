import { describe, expect, it } from 'vitest';
import { iso5725Precision } from './iso5725-precision.ts';

/** ISO 5725-2, annex B.1: sulphur content of coal, mass %, levels 1 to 3 in laboratories 1 to 8. */
const sulphur = [
  [
    [0.71, 0.71, 0.7, 0.71],
    [0.69, 0.67, 0.68],
    [0.66, 0.65, 0.69],
    [0.67, 0.65, 0.66],
    [0.7, 0.69, 0.66, 0.71, 0.69],
    [0.73, 0.74, 0.73],
    [0.71, 0.71, 0.69],
    [0.7, 0.65, 0.68],
  ],
  [
    [1.2, 1.18, 1.23, 1.21],
    [1.22, 1.21, 1.22],
    [1.28, 1.31, 1.3],
    [1.23, 1.18, 1.2],
    [1.31, 1.22, 1.22, 1.24],
    [1.39, 1.36, 1.37],
    [1.2, 1.26, 1.26],
    [1.24, 1.22, 1.3],
  ],
  [
    [1.68, 1.7, 1.68, 1.69],
    [1.64, 1.64, 1.65],
    [1.61, 1.61, 1.62],
    [1.68, 1.66, 1.66],
    [1.64, 1.67, 1.6, 1.66, 1.68],
    [1.7, 1.73, 1.73],
    [1.69, 1.7, 1.68],
    [1.67, 1.68, 1.67],
  ],
];

describe('iso5725Precision', () => {
  it('reproduces ISO 5725-2 annex B.1, sulphur in coal: m, s_r and s_R of levels 1 to 3', () => {
    const result = iso5725Precision(sulphur);
    if (!result.ok) throw new Error(result.detail);
    const figures = result.levels.map((level) => [
      level!.mean,
      level!.repeatabilityDeviation,
      level!.reproducibilityDeviation,
    ]);
    expect(figures.map((row) => row.map((value) => value.toFixed(3)))).toEqual([
      ['0.690', '0.015', '0.026'],
      ['1.252', '0.029', '0.061'],
      ['1.667', '0.017', '0.035'],
    ]);
  });

  it('pools over levels between their figures, and multiplies by 2.8 for the limits', () => {
    const result = iso5725Precision(sulphur);
    if (!result.ok) throw new Error(result.detail);
    expect(result.repeatabilityDeviation).toBeGreaterThan(0.015);
    expect(result.repeatabilityDeviation).toBeLessThan(0.029);
    expect(result.reproducibilityDeviation).toBeLessThan(0.061);
    expect(result.repeatabilityLimit).toBeCloseTo(2.8 * result.repeatabilityDeviation, 12);
    expect(result.reproducibilityLimit).toBeCloseTo(2.8 * result.reproducibilityDeviation, 12);
  });

  it('never lets readers differ less than their own scatter', () => {
    const result = iso5725Precision([
      [
        [40, 60],
        [41, 59],
      ],
    ]);
    if (!result.ok) throw new Error(result.detail);
    expect(result.levels[0]!.betweenReadersVariance).toBe(0);
    expect(result.reproducibilityDeviation).toBe(result.repeatabilityDeviation);
  });

  it('skips what has no repeat or one reader, and refuses when nothing is left', () => {
    expect(iso5725Precision([[[1], [2]], sulphur[0]])).toMatchObject({ ok: true, levels: [null, {}] });
    expect(iso5725Precision([[[1], [2]]])).toMatchObject({ ok: false, reason: 'no-repeats' });
    expect(iso5725Precision([[[1, 2], []]])).toMatchObject({ ok: false, reason: 'too-few-readers' });
    expect(iso5725Precision([])).toMatchObject({ ok: false, reason: 'too-few-readers' });
  });
});
