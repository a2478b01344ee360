import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dwttShear } from './dwtt-shear.ts';

describe('dwttShear', () => {
  it.each([
    [10, 4, 17, 510, 90],
    [12.7, 6.35, 20.5, 579.12, 83.14144736842],
    [19, 11, 7.5, 627, 90.13157894736],
    [5, 0, 61, 305, 100],
  ])('at t = %s with A = %s and B = %s mm: of %s mm² %s %%', (thicknessMm, aMm, bMm, area, percent) => {
    const { shearPercent, evaluatedAreaMm2, isAtFormulaFloor } = dwttShear({ thicknessMm, aMm, bMm });
    expect(evaluatedAreaMm2).toBeCloseTo(area, 8);
    expect(shearPercent).toBeCloseTo(percent, 8);
    expect(isAtFormulaFloor).toBe(false);
  });

  it('says so when cleavage fills the evaluated area and the formula still gives 25', () => {
    expect(dwttShear({ thicknessMm: 19.1, aMm: 19.1, bMm: 32.8 })).toMatchObject({
      shearPercent: 25,
      isAtFormulaFloor: true,
    });
  });

  it('stays from 25 to 100 and falls as either dimension grows', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 35, noNaN: true }), share, share, (thicknessMm, a, b) => {
        const at = (aShare: number, bShare: number) =>
          dwttShear({
            thicknessMm,
            aMm: aShare * thicknessMm,
            bMm: bShare * (71 - 2 * thicknessMm) * (1 - 1e-8),
          });
        const { shearPercent } = at(a, b);
        expect(shearPercent).toBeGreaterThanOrEqual(25 - 1e-9);
        expect(shearPercent).toBeLessThanOrEqual(100);
        expect(at(a / 2, b).shearPercent).toBeGreaterThanOrEqual(shearPercent);
        expect(at(a, b / 2).shearPercent).toBeGreaterThanOrEqual(shearPercent);
      }),
    );
  });

  it('refuses what does not fit the specimen, by name', () => {
    expect(() => dwttShear({ thicknessMm: 40, aMm: 1, bMm: 1 })).toThrow(
      /thicknessMm .* below 35\.5 mm, got 40/,
    );
    expect(() => dwttShear({ thicknessMm: 10, aMm: 11, bMm: 1 })).toThrow(
      /aMm must be from 0 to 10 mm, got 11/,
    );
    expect(() => dwttShear({ thicknessMm: 10, aMm: 1, bMm: 52 })).toThrow(
      /bMm must be from 0 to 51 mm, got 52/,
    );
  });
});
