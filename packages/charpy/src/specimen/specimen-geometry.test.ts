import { describe, expect, it } from 'vitest';
import { impactStrengthKjPerM2 } from './impact-strength.ts';
import { specimenGeometry } from './specimen-geometry.ts';

describe('specimenGeometry', () => {
  it.each([
    [10, 80, 1.25, 20, false],
    [7.5, 60, 1.6667, 40, true],
    [6.7, 53.6, 1.8657, 40, true],
    [5, 40, 2.5, 40, true],
    [3.3, 26.4, 3.7879, 40, true],
    [2.5, 20, 5, 40, true],
  ])(
    'of %s mm: %s mm², %s points for a square millimetre, %s px/mm',
    (widthMm, area, points, scale, isSubSize) => {
      const geometry = specimenGeometry(widthMm);
      expect(geometry).toMatchObject({ widthMm, isSubSize, isStandardWidth: true, ligamentDepthMm: 8 });
      expect(geometry.fractureAreaMm2).toBeCloseTo(area, 10);
      expect(geometry.pointsPerMm2).toBeCloseTo(points, 4);
      expect(geometry.advisablePxPerMm).toBe(scale);
    },
  );

  it('serves other widths and says that they are none of the standard', () => {
    expect(specimenGeometry(4)).toMatchObject({
      isStandardWidth: false,
      isSubSize: true,
      fractureAreaMm2: 32,
    });
    expect(() => specimenGeometry(-5)).toThrow(/widthMm must be a positive number, got -5; standard widths/);
  });
});

describe('impactStrengthKjPerM2', () => {
  it('divides the energy by the section', () => {
    expect(impactStrengthKjPerM2(27, 10)).toBeCloseTo(337.5, 10);
    expect(impactStrengthKjPerM2(40, 5)).toBe(1000);
    expect(() => impactStrengthKjPerM2(1001, 5)).toThrow(/energyJ/);
  });
});
