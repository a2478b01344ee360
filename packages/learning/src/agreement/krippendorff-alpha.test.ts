import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

const none = null;
/** Krippendorff, Computing Krippendorff's alpha-reliability (2011), section C/D: observers A to D on units 1 to 12. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
];
const units = observers[0].map((_, unit) => observers.map((values) => values[unit]));

describe('krippendorffAlpha', () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('reproduces Krippendorff 2011, four observers with missing values: %s %d', (level, printed) => {
    const result = krippendorffAlpha(units, level);
    if (!result.ok) throw new Error(result.detail);
    expect(result.alpha).toBeCloseTo(printed, 3);
    expect(result.unitCount).toBe(11);
    expect(result.valueCount).toBe(40);
  });

  it('does not care in which order readers come', () => {
    const turned = units.map((unit) => [...unit].reverse());
    const [a, b] = [krippendorffAlpha(units), krippendorffAlpha(turned)];
    if (!(a.ok && b.ok)) throw new Error('no figure');
    expect(b.alpha).toBeCloseTo(a.alpha, 12);
  });

  it('is 1 for agreement and below 0 for contradiction', () => {
    expect(
      krippendorffAlpha([
        [10, 10],
        [20, 20],
      ]),
    ).toMatchObject({ ok: true, alpha: 1 });
    const opposed = krippendorffAlpha([
      [0, 100],
      [100, 0],
    ]);
    if (!opposed.ok) throw new Error(opposed.detail);
    expect(opposed.alpha).toBeLessThan(0);
  });

  it('refuses single readings and equal ones, and rejects what is no number', () => {
    expect(krippendorffAlpha([[1, null], [2]])).toMatchObject({ ok: false, reason: 'too-few-readers' });
    expect(krippendorffAlpha([[5, 5]])).toMatchObject({ ok: false, reason: 'no-spread' });
    expect(() => krippendorffAlpha([[1, Number.NaN]])).toThrow('units[0][1] must be a finite number');
  });
});
