import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specimenWidthsMm } from '../specimen/specimen-width.ts';
import { shearFromDimensions } from './shear-from-dimensions.ts';
import { inchSection, shearFromInches } from './shear-from-inches.ts';

describe('inchSection', () => {
  it('is the section of the drawing, to the thousandth', () => {
    expect(specimenWidthsMm.map((widthMm) => inchSection(widthMm).widthIn)).toEqual([
      0.394, 0.295, 0.264, 0.197, 0.13, 0.098,
    ]);
    expect(inchSection(5).ligamentDepthIn).toBe(0.315);
  });
});

describe('shearFromInches', () => {
  it('reaches 100 without cleavage, 0 on the full section, and half in between', () => {
    expect(shearFromInches({ aIn: 0, bIn: 0.2 })).toBe(100);
    expect(shearFromInches({ aIn: 0.394, bIn: 0.315 })).toBe(0);
    expect(shearFromInches({ aIn: 0.197, bIn: 0.315 })).toBeCloseTo(50, 10);
    expect(shearFromInches({ aIn: 0.1, bIn: 0.14, widthMm: 5 })).toBeCloseTo(77.4394, 4);
  });

  it('differs from the millimetre formula by at most half a point on every width', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...specimenWidthsMm),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (widthMm, a, b) => {
          const { widthIn, ligamentDepthIn } = inchSection(widthMm);
          const aIn = a * Math.min(widthIn, widthMm / 25.4);
          const bIn = b * Math.min(ligamentDepthIn, 8 / 25.4);
          const metric = shearFromDimensions({
            aMm: Math.min(aIn * 25.4, widthMm),
            bMm: Math.min(bIn * 25.4, 8),
            widthMm,
          });
          expect(Math.abs(shearFromInches({ aIn, bIn, widthMm }) - metric)).toBeLessThanOrEqual(0.5);
        },
      ),
    );
  });

  it('refuses dimensions outside the inch section, by name', () => {
    expect(() => shearFromInches({ aIn: 0.395, bIn: 0.1 })).toThrow(
      /aIn must be from 0 to 0\.394 in, got 0\.395/,
    );
    expect(() => shearFromInches({ aIn: 0.1, bIn: 0.32, widthMm: 7.5 })).toThrow(
      /bIn must be from 0 to 0\.315 in/,
    );
  });
});
