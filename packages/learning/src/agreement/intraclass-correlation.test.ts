import { describe, expect, it } from 'vitest';
import { intraclassCorrelation } from './intraclass-correlation.ts';

/** Shrout & Fleiss, Psychol. Bull. 86 (1979) 423, table 2: four ratings on six targets. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('intraclassCorrelation', () => {
  it('reproduces Shrout & Fleiss 1979: mean squares, ICC(2,1) = .29 and ICC(3,1) = .71', () => {
    const result = intraclassCorrelation(shroutFleiss);
    if (!result.ok) throw new Error(result.detail);
    expect(result.meanSquares.specimens).toBeCloseTo(11.24, 2);
    expect(result.meanSquares.within).toBeCloseTo(6.26, 2);
    expect(result.meanSquares.readers).toBeCloseTo(32.49, 2);
    expect(result.meanSquares.residual).toBeCloseTo(1.02, 2);
    expect(result.agreement.value).toBeCloseTo(0.29, 2);
    expect(result.consistency.value).toBeCloseTo(0.71, 2);
  });

  it('gives the 95 % intervals that R psych prints for the same table', () => {
    const result = intraclassCorrelation(shroutFleiss);
    if (!result.ok) throw new Error(result.detail);
    expect(result.agreement.lower).toBeCloseTo(0.019, 3);
    expect(result.agreement.upper).toBeCloseTo(0.76, 2);
    expect(result.consistency.lower).toBeCloseTo(0.342, 3);
    expect(result.consistency.upper).toBeCloseTo(0.95, 2);
  });

  it('narrows with less confidence', () => {
    const wide = intraclassCorrelation(shroutFleiss, { confidence: 0.95 });
    const narrow = intraclassCorrelation(shroutFleiss, { confidence: 0.8 });
    if (!(wide.ok && narrow.ok)) throw new Error('no figure');
    expect(narrow.agreement.lower).toBeGreaterThan(wide.agreement.lower);
    expect(narrow.agreement.upper).toBeLessThan(wide.agreement.upper);
  });

  it('lets a constant difference lower agreement and not consistency', () => {
    const result = intraclassCorrelation([
      [10, 20],
      [40, 50],
      [70, 80],
    ]);
    if (!result.ok) throw new Error(result.detail);
    expect(result.consistency.value).toBe(1);
    expect(result.agreement.value).toBeLessThan(0.96);
    expect(result.agreement.lower).toBeLessThan(result.agreement.value);
  });

  it('is 1 for readers who agree exactly', () => {
    const result = intraclassCorrelation([
      [10, 10],
      [50, 50],
    ]);
    expect(result).toMatchObject({ ok: true, agreement: { value: 1, lower: 1, upper: 1 } });
  });

  it('refuses one specimen, one reader, and equal readings, and says why', () => {
    expect(intraclassCorrelation([[1, 2]])).toMatchObject({ ok: false, reason: 'too-few-specimens' });
    expect(intraclassCorrelation([[1], [2]])).toMatchObject({ ok: false, reason: 'too-few-readers' });
    expect(
      intraclassCorrelation([
        [5, 5],
        [5, 5],
      ]),
    ).toMatchObject({ ok: false, reason: 'no-spread' });
    // Nothing is left to divide by: ICC(2,1) would be minus infinity.
    expect(
      intraclassCorrelation([
        [0.1, 0.7],
        [0.7, 0.1],
      ]),
    ).toMatchObject({ ok: false, reason: 'no-spread' });
  });

  it('rejects a ragged table, a reading that is not finite and an odd confidence', () => {
    expect(() => intraclassCorrelation([[1, 2], [3]])).toThrow('table[1] must hold 2 readings, got 1');
    expect(() =>
      intraclassCorrelation([
        [1, 2],
        [3, Number.NaN],
      ]),
    ).toThrow('table[1][1] must be a finite number');
    expect(() => intraclassCorrelation(shroutFleiss, { confidence: 95 })).toThrow('confidence must be');
  });
});
