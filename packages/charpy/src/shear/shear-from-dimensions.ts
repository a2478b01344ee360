import { ParameterRangeError, requirePositive, requireWithin } from '../parameter-range-error.ts';
import { ligamentDepthMm, nominalFractureAreaMm2 } from '../specimen/specimen-width.ts';

/** The measured rectangle of the cleavage (bright, crystalline) region. */
export interface CleavageDimensions {
  /** A: mean length along the notch, mm, 0 to the specimen's width. */
  readonly aMm: number;
  /** B: mean depth away from the notch, mm, 0 to 8. */
  readonly bMm: number;
  /** Specimen width, mm. @default 10 */
  readonly widthMm?: number;
}

/** Percent shear from the dimensions of the cleavage region: `100·(1 − A·B/(W·8))`, not rounded.
 * @returns 0 to 100; exactly 100 when A or B is 0, exactly 0 when the region fills the section
 * @throws RangeError when a dimension does not fit the section
 * @source ASTM E23-16b Annex A4 (A6 in E23-07ae1), method 1 and its table; ISO 148-1:2016 Annex C. Check against the laboratory's
 * copy. The table prints rounded integers; the formula behind it is given here, rounding is `roundShear`'s business
 * @example shearFromDimensions({ aMm: 5, bMm: 4 }) // 75
 */
export function shearFromDimensions({ aMm, bMm, widthMm = 10 }: CleavageDimensions): number {
  const area = nominalFractureAreaMm2(widthMm);
  requireWithin('aMm', aMm, { least: 0, most: widthMm, unit: ' mm' });
  requireWithin('bMm', bMm, { least: 0, most: ligamentDepthMm, unit: ' mm' });
  if (aMm === 0 || bMm === 0) return 100;
  return 100 * (1 - (aMm * bMm) / area);
}

/** Percent shear from measured areas: `100·(1 − cleavage/fracture)`, not rounded.
 * @param cleavageArea - 0 to `fractureArea`, any unit; separate islands are summed
 * @param fractureArea - positive, same unit; nominal (W × 8) or the measured outline: record which
 * @throws RangeError when the areas do not fit
 * @source ASTM E23-16b Annex A4, methods 3 to 5 (planimeter, image analysis). Check against the laboratory's copy
 */
export function shearFromAreas(cleavageArea: number, fractureArea: number): number {
  requirePositive('fractureArea', fractureArea);
  if (!(cleavageArea >= 0 && cleavageArea <= fractureArea)) {
    throw new ParameterRangeError(
      'cleavageArea',
      `must be from 0 to the fracture area ${fractureArea}, got ${cleavageArea}`,
    );
  }
  return 100 * (1 - cleavageArea / fractureArea);
}
