import { requirePositive } from '../parameter-range-error.ts';

/** Widths of Charpy V specimens, mm: full size first, then the sub-sizes.
 * @source ISO 148-1:2016 (10, 7.5, 5, 2.5) and ASTM E23-16b Annex A3 (also 6.7 and 3.3). Check against the laboratory's copy
 */
export const specimenWidthsMm = [10, 7.5, 6.7, 5, 3.3, 2.5] as const;

/** One of the standard widths, mm. */
export type SpecimenWidthMm = (typeof specimenWidthsMm)[number];

/** Height of the section below the notch, mm: 10 mm less the 2 mm notch, for every width. */
export const ligamentDepthMm = 8;

/** True for a standard width. */
export function isSpecimenWidth(widthMm: number): widthMm is SpecimenWidthMm {
  return (specimenWidthsMm as readonly number[]).includes(widthMm);
}

/** Nominal area below the notch, mm²: 80 for full size.
 * @param widthMm - width along the notch, positive
 * @throws RangeError when the width is not a positive number
 */
export function nominalFractureAreaMm2(widthMm: number): number {
  requirePositive('widthMm', widthMm, `standard widths are ${specimenWidthsMm.join(', ')}`);
  return widthMm * ligamentDepthMm;
}
