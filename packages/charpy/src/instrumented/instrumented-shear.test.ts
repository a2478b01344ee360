import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instrumentedShear } from './instrumented-shear.ts';

describe('instrumentedShear', () => {
  it('gives four different estimates, worked by hand for forces of 12, 16, 15 and 5 kN', () => {
    const { estimates, forces, hasUnstableFracture } = instrumentedShear({
      unit: 'kN',
      generalYield: 12,
      maximum: 16,
      unstableInitiation: 15,
      arrest: 5,
    });
    // A drop of 10 kN over 16, over 16 + 4 and over 16 + 2 kN; √(2.75/3)·(√(15/16) − √(5/16)) = 0.391807.
    expect(estimates.maximumForce).toBeCloseTo(37.5, 10);
    expect(estimates.maximumForceAndHardening).toBeCloseTo(50, 10);
    expect(estimates.maximumForceAndHalfHardening).toBeCloseTo(44.4444444444, 9);
    expect(estimates.squareRoot).toBeCloseTo(60.8193213224, 9);
    expect(hasUnstableFracture).toBe(true);
    expect(forces).toEqual({
      generalYieldN: 12_000,
      maximumN: 16_000,
      unstable: { initiationN: 15_000, arrestN: 5000 },
    });
  });

  it('is 100 in all four when no unstable fracture happened', () => {
    const { estimates, hasUnstableFracture } = instrumentedShear({ generalYield: 11_000, maximum: 15_000 });
    expect(Object.values(estimates)).toEqual([100, 100, 100, 100]);
    expect(hasUnstableFracture).toBe(false);
  });

  it('stays inside 0–100, falls as the drop grows, and keeps the order of the first three', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (yieldShare, initiationShare, arrestShare) => {
        const maximum = 20_000;
        const unstableInitiation = initiationShare * maximum;
        const arrest = arrestShare * unstableInitiation;
        const generalYield = Math.max(1, yieldShare * maximum);
        const { estimates } = instrumentedShear({ generalYield, maximum, unstableInitiation, arrest });
        const deeper = instrumentedShear({ generalYield, maximum, unstableInitiation, arrest: arrest / 2 });
        for (const name of Object.keys(estimates) as (keyof typeof estimates)[]) {
          expect(estimates[name]).toBeGreaterThanOrEqual(-1e-9);
          expect(estimates[name]).toBeLessThanOrEqual(100 + 1e-9);
          expect(deeper.estimates[name]).toBeLessThanOrEqual(estimates[name] + 1e-9);
        }
        expect(estimates.maximumForce).toBeLessThanOrEqual(estimates.maximumForceAndHalfHardening + 1e-9);
        expect(estimates.maximumForceAndHalfHardening).toBeLessThanOrEqual(
          estimates.maximumForceAndHardening + 1e-9,
        );
      }),
    );
  });

  it('does not depend on the unit', () => {
    const newtons = { generalYield: 9100, maximum: 14_300, unstableInitiation: 13_700, arrest: 2600 };
    const kilonewtons = {
      unit: 'kN',
      generalYield: 9.1,
      maximum: 14.3,
      unstableInitiation: 13.7,
      arrest: 2.6,
    } as const;
    expect(instrumentedShear(kilonewtons).estimates.squareRoot).toBeCloseTo(
      instrumentedShear(newtons).estimates.squareRoot,
      9,
    );
  });

  it.each([
    [{ generalYield: 17, maximum: 16 }, /generalYield must be from 0 to 16 kN, got 17/],
    [{ generalYield: 0, maximum: 16 }, /generalYield must be a positive number, got 0; at most .* 16 kN/],
    [
      { generalYield: 12, maximum: 16, unstableInitiation: 16.5, arrest: 1 },
      /unstableInitiation .* 16 kN, got 16.5/,
    ],
    [
      { generalYield: 12, maximum: 16, unstableInitiation: 9, arrest: 9.5 },
      /arrest must be from 0 to 9 kN, got 9.5/,
    ],
    [{ generalYield: 12, maximum: 16, unstableInitiation: 9 }, /arrest must be given from 0 to 9 kN/],
    [{ generalYield: 12, maximum: 16, arrest: 2 }, /unstableInitiation must be given from 2 to 16 kN/],
    [
      { generalYield: 12_000, maximum: 16_000 },
      /maximum must be from 0\.1 to 200 kN, got 16000; check whether/,
    ],
  ])('refuses forces that contradict one another: %o', (forces, message) => {
    expect(() => instrumentedShear({ unit: 'kN', ...forces })).toThrow(message);
  });
});
