import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { x52 } from '../../test/golden/nist-x52/x52.ts';
import { estimateLateralExpansion } from './estimate-lateral-expansion.ts';
import { lateralExpansion } from './lateral-expansion.ts';
import { meetsLateralExpansion } from './lateral-expansion-criteria.ts';
import type { LipReading } from './lip-readings.ts';

const mm = (protrusionMm: number): LipReading => ({ state: 'measured', protrusionMm });
const damaged: LipReading = { state: 'damaged' };
const missing: LipReading = { state: 'missing' };

describe('lateralExpansion', () => {
  it('adds the larger lip of each side, not the sums of the halves', () => {
    const result = lateralExpansion({
      halves: [
        [mm(0.42), mm(0.38)],
        [mm(0.4), mm(0.45)],
      ],
    });
    expect(result).toEqual({
      ok: true,
      basis: 'gauge',
      lateralExpansionMm: 0.42 + 0.45,
      countingLips: [
        { side: 1, half: 1, protrusionMm: 0.42 },
        { side: 2, half: 2, protrusionMm: 0.45 },
      ],
      flags: [],
    });
  });

  it('gives no value for a damaged lip, even beside a good one, but says what is certain', () => {
    expect(
      lateralExpansion({
        halves: [
          [mm(0.3), damaged],
          [mm(0.5), mm(0.2)],
        ],
      }),
    ).toEqual({
      ok: false,
      reason: 'lip-not-measured',
      unreadLips: [{ side: 2, half: 1, state: 'damaged' }],
      atLeastMm: 0.7,
      flags: [],
    });
  });

  it('is certain of nothing when one side has no reading', () => {
    expect(
      lateralExpansion({
        halves: [
          [missing, mm(0.3)],
          [damaged, mm(0.1)],
        ],
      }),
    ).toMatchObject({
      ok: false,
      atLeastMm: null,
      unreadLips: [
        { half: 1, side: 1, state: 'missing' },
        { half: 2, side: 1, state: 'damaged' },
      ],
    });
  });

  it('flags halves that hold together', () => {
    const halves = [
      [mm(0.9), mm(0.8)],
      [mm(0.7), mm(0.6)],
    ] as const;
    expect(lateralExpansion({ halves, isSeparated: false })).toMatchObject({
      ok: true,
      flags: ['halves-not-separated'],
    });
  });

  it('does not depend on which half is measured first, and is never below either half', () => {
    const lip = fc.double({ min: 0, max: 5, noNaN: true });
    fc.assert(
      fc.property(lip, lip, lip, lip, (a, b, c, d) => {
        const value = (halves: Parameters<typeof lateralExpansion>[0]['halves']): number => {
          const result = lateralExpansion({ halves });
          return result.ok ? result.lateralExpansionMm : Number.NaN;
        };
        const first = [mm(a), mm(b)] as const;
        const second = [mm(c), mm(d)] as const;
        expect(value([first, second])).toBe(value([second, first]));
        expect(value([first, second])).toBeGreaterThanOrEqual(Math.max(a + b, c + d));
      }),
    );
  });

  it('refuses a reading in mil and names the lip', () => {
    expect(() =>
      lateralExpansion({
        halves: [
          [mm(0.1), mm(0.2)],
          [mm(35), mm(0.3)],
        ],
      }),
    ).toThrow(/protrusionMm of half 2, side 1 must be from 0 to 5 mm, got 35/);
  });
});

describe('meetsLateralExpansion', () => {
  it('judges each criterion in its own unit', () => {
    const verdicts = (value: number) =>
      (['0.89mm', '35mil', '0.90mm'] as const).map((criterion) => meetsLateralExpansion(value, criterion));
    expect(verdicts(0.8889)).toEqual([false, false, false]);
    expect(verdicts(0.889)).toEqual([false, true, false]);
    expect(verdicts(0.89)).toEqual([true, true, false]);
    expect(verdicts(0.9)).toEqual([true, true, true]);
    // 0.8999999999999999 in binary: two readings of 0.18 and 0.72 mm do reach 0.90 mm.
    expect(verdicts(0.18 + 0.72)).toEqual([true, true, true]);
  });

  it('passes the X52 tests above NIST’s transition at 22.65 °C and no other', () => {
    const passed = x52.filter(({ lateralExpansionMm }) =>
      meetsLateralExpansion(lateralExpansionMm, '0.89mm'),
    );
    expect(passed.map(({ temperatureC }) => temperatureC)).toEqual([40, 76, 100, 148, 198]);
  });
});

describe('estimateLateralExpansion', () => {
  it('is labelled estimated', () => {
    const result = estimateLateralExpansion(8.25, 7.5);
    expect(result).toEqual({ ok: true, basis: 'estimated', lateralExpansionMm: 0.75 });
  });

  it('says when the outline is narrower than the bar instead of answering 0', () => {
    expect(estimateLateralExpansion(9.75)).toEqual({
      ok: false,
      reason: 'outline-narrower-than-specimen',
      missingMm: 0.25,
    });
  });

  it('refuses an outline that the scale cannot be right for', () => {
    expect(() => estimateLateralExpansion(21)).toThrow(
      /maxWidthMm must be from 0 to 20 mm, got 21; check the scale/,
    );
    expect(() => estimateLateralExpansion(0)).toThrow(/maxWidthMm must be a positive number/);
  });
});
