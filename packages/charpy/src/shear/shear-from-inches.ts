import { requireWithin } from '../parameter-range-error.ts';
import { roundToStep } from '../rounding/round-to-step.ts';
import { ligamentDepthMm, nominalFractureAreaMm2 } from '../specimen/specimen-width.ts';

/** Section below the notch in inches, as drawings give it: to the thousandth, 0.394 × 0.315 for full size. */
export interface InchSection {
  readonly widthIn: number;
  readonly ligamentDepthIn: number;
}

/** The measured rectangle of the cleavage region in inches. */
export interface CleavageDimensionsInches {
  /** A: mean length along the notch, in, 0 to the section's width. */
  readonly aIn: number;
  /** B: mean depth away from the notch, in, 0 to 0.315. */
  readonly bIn: number;
  /** Specimen width, mm. @default 10 */
  readonly widthMm?: number;
}

const thousandths = (lengthMm: number): number => roundToStep(lengthMm / 25.4, 0.001);

/** The section of a specimen width on an inch drawing.
 * @param widthMm - specimen width, positive, mm
 * @throws RangeError when the width is not a positive number
 * @source ASTM E23 (0.394 × 0.315 in for 10 × 8 mm); sub-sizes are converted the same way. Check against the laboratory's copy
 */
export function inchSection(widthMm: number): InchSection {
  nominalFractureAreaMm2(widthMm);
  return { widthIn: thousandths(widthMm), ligamentDepthIn: thousandths(ligamentDepthMm) };
}

/** Percent shear from dimensions in inches: `100·(1 − A·B/(W·D))` on the inch section, not rounded. It differs from the
 * converted millimetre result by at most 0.5 points on any standard width, because the section is rounded.
 * @returns 0 to 100; exactly 100 when A or B is 0, exactly 0 when the region fills the section
 * @throws RangeError when a dimension does not fit the section
 * @source ASTM E23-16b Annex A4 (A6 in E23-07ae1), inch table. Check against the laboratory's copy
 * @example shearFromInches({ aIn: 0.197, bIn: 0.315 }) // 50
 */
export function shearFromInches({ aIn, bIn, widthMm = 10 }: CleavageDimensionsInches): number {
  const { widthIn, ligamentDepthIn } = inchSection(widthMm);
  requireWithin('aIn', aIn, { least: 0, most: widthIn, unit: ' in' });
  requireWithin('bIn', bIn, { least: 0, most: ligamentDepthIn, unit: ' in' });
  if (aIn === 0 || bIn === 0) return 100;
  return 100 * (1 - (aIn * bIn) / (widthIn * ligamentDepthIn));
}
