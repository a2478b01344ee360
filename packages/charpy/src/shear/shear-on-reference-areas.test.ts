import { describe, expect, it } from 'vitest';
import { shearOnReferenceAreas } from './shear-on-reference-areas.ts';

describe('shearOnReferenceAreas', () => {
  it('gives both values with the area each refers to', () => {
    const { nominal, measured } = shearOnReferenceAreas(30, 7.5, 75);
    expect(nominal).toEqual({ referenceArea: 'nominal', referenceAreaMm2: 60, shearPercent: 50 });
    expect(measured).toEqual({ referenceArea: 'measured', referenceAreaMm2: 75, shearPercent: 60 });
  });

  it('gives no measured value where nothing was measured', () => {
    expect(shearOnReferenceAreas(20, 10, null)).toMatchObject({
      nominal: { shearPercent: 75 },
      measured: null,
    });
  });

  it('refuses areas in a wrong unit and cleavage larger than the face', () => {
    expect(() => shearOnReferenceAreas(20, 10, 8000)).toThrow(
      /measuredAreaMm2 must be from 40 to 160 mm², got 8000; check its unit/,
    );
    expect(() => shearOnReferenceAreas(70, 10, 60)).toThrow(
      /cleavageArea must be from 0 to the fracture area 60/,
    );
  });
});
