import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundDimension } from '../rounding/round-dimension.ts';
import { isSpecimenWidth, nominalFractureAreaMm2, specimenWidthsMm } from '../specimen/specimen-width.ts';
import { shearFromAreas, shearFromDimensions } from './shear-from-dimensions.ts';
import { shearTable } from './shear-table.ts';

/** ASTM E23-16b Annex A4 table for the full-size specimen, unrounded: rows B = 1…8 mm, columns A = 1…10 mm. */
const FULL_SIZE_TABLE = [
  [98.75, 97.5, 96.25, 95, 93.75, 92.5, 91.25, 90, 88.75, 87.5],
  [97.5, 95, 92.5, 90, 87.5, 85, 82.5, 80, 77.5, 75],
  [96.25, 92.5, 88.75, 85, 81.25, 77.5, 73.75, 70, 66.25, 62.5],
  [95, 90, 85, 80, 75, 70, 65, 60, 55, 50],
  [93.75, 87.5, 81.25, 75, 68.75, 62.5, 56.25, 50, 43.75, 37.5],
  [92.5, 85, 77.5, 70, 62.5, 55, 47.5, 40, 32.5, 25],
  [91.25, 82.5, 73.75, 65, 56.25, 47.5, 38.75, 30, 21.25, 12.5],
  [90, 80, 70, 60, 50, 40, 30, 20, 10, 0],
];

describe('shearFromDimensions', () => {
  it('gives every entry of the full-size table to 1e-9', () => {
    const { aMm, bMm, percent } = shearTable(10, 1);
    expect(aMm).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(bMm).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    FULL_SIZE_TABLE.forEach((row, b) => {
      row.forEach((expected, a) => {
        expect(Math.abs(percent[b][a] - expected)).toBeLessThan(1e-9);
      });
    });
  });

  it.each([
    [7.5, 3, 4, 80],
    [6.7, 3.35, 4, 75],
    [5, 2.5, 2, 87.5],
    [3.3, 1.1, 6, 75],
    [2.5, 2, 5, 50],
    [2.5, 1, 1, 95],
  ])('on a %s mm specimen reads %s × %s mm as %s %%', (widthMm, aMm, bMm, expected) => {
    expect(Math.abs(shearFromDimensions({ aMm, bMm, widthMm }) - expected)).toBeLessThan(1e-9);
  });

  it('is exactly 100 without cleavage and exactly 0 when cleavage fills the section', () => {
    for (const widthMm of specimenWidthsMm) {
      expect(shearFromDimensions({ aMm: 0, bMm: 3, widthMm })).toBe(100);
      expect(shearFromDimensions({ aMm: 1, bMm: 0, widthMm })).toBe(100);
      expect(shearFromDimensions({ aMm: widthMm, bMm: 8, widthMm })).toBe(0);
    }
  });

  it('stays inside 0–100 and falls as the region grows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...specimenWidthsMm),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (widthMm, a, b) => {
          const whole = shearFromDimensions({ aMm: a * widthMm, bMm: b * 8, widthMm });
          const half = shearFromDimensions({ aMm: (a * widthMm) / 2, bMm: b * 8, widthMm });
          expect(whole).toBeGreaterThanOrEqual(0);
          expect(half).toBeGreaterThanOrEqual(whole);
          expect(half).toBeLessThanOrEqual(100);
        },
      ),
    );
  });

  it('falls with B as with A, and swapping A and B changes nothing where both fit', () => {
    const side = fc.double({ min: 0, max: 8, noNaN: true });
    fc.assert(
      fc.property(side, side, (aMm, bMm) => {
        const percent = shearFromDimensions({ aMm, bMm });
        expect(shearFromDimensions({ aMm: bMm, bMm: aMm })).toBe(percent);
        expect(shearFromDimensions({ aMm, bMm: bMm / 2 })).toBeGreaterThanOrEqual(percent);
      }),
    );
  });

  it('refuses dimensions outside the section, by name', () => {
    expect(() => shearFromDimensions({ aMm: 7.6, bMm: 2, widthMm: 7.5 })).toThrow(/aMm .*7\.5.*7\.6/);
    expect(() => shearFromDimensions({ aMm: 2, bMm: 8.1 })).toThrow(/bMm .*8 mm.*8\.1/);
    expect(() => shearFromDimensions({ aMm: -1, bMm: 2 })).toThrow(RangeError);
    expect(() => shearFromDimensions({ aMm: Number.NaN, bMm: 2 })).toThrow(RangeError);
    expect(() => shearFromDimensions({ aMm: 1, bMm: 2, widthMm: 0 })).toThrow(/widthMm/);
  });
});

describe('shearTable', () => {
  it('equals the formula to 1e-9 in every cell of every width', () => {
    for (const widthMm of specimenWidthsMm) {
      const { aMm, bMm, percent } = shearTable(widthMm);
      percent.forEach((row, b) => {
        row.forEach((value, a) => {
          expect(Math.abs(value - 100 * (1 - (aMm[a] * bMm[b]) / (widthMm * 8)))).toBeLessThan(1e-9);
        });
      });
    }
  });

  it('has steps of 0.5 mm up to the width, also where the width is no multiple', () => {
    expect(shearTable(7.5).aMm.at(-1)).toBe(7.5);
    expect(shearTable(3.3).aMm).toEqual([0.5, 1, 1.5, 2, 2.5, 3]);
    expect(shearTable().percent).toHaveLength(16);
  });
});

describe('areas', () => {
  it('knows the nominal sections', () => {
    expect(specimenWidthsMm.map(nominalFractureAreaMm2)).toEqual([80, 60, 53.6, 40, 26.4, 20]);
    expect([isSpecimenWidth(6.7), isSpecimenWidth(6)]).toEqual([true, false]);
  });

  it('takes shear from areas', () => {
    expect(shearFromAreas(20, 80)).toBe(75);
    expect(shearFromAreas(0, 3)).toBe(100);
    expect(() => shearFromAreas(81, 80)).toThrow(/cleavageArea/);
    expect(() => shearFromAreas(0, 0)).toThrow(/fractureArea/);
  });

  it('reads dimensions to half a millimetre', () => {
    expect([3.24, 3.25, 3.74, 0].map((dimension) => roundDimension(dimension))).toEqual([3, 3.5, 3.5, 0]);
  });
});
