import { requireWithin } from '../parameter-range-error.ts';
import { nominalFractureAreaMm2 } from '../specimen/specimen-width.ts';
import { shearFromAreas } from './shear-from-dimensions.ts';

/** What the cleavage area is divided by: the drawing's section W × 8, or the outline of the deformed face. */
export const referenceAreas = ['nominal', 'measured'] as const;

/** Name of a reference area; a report states it beside the value. */
export type ReferenceArea = (typeof referenceAreas)[number];

/** Percent shear with what it refers to. */
export interface ReferredShear {
  readonly referenceArea: ReferenceArea;
  readonly referenceAreaMm2: number;
  /** 0 to 100, not rounded. */
  readonly shearPercent: number;
}

/** Measured outlines differ from the section by some tenths; a factor of two is a wrong unit or width. */
const LARGEST_RATIO = 2;

/** Percent shear on both reference areas, so that neither has to be guessed from the other.
 * @param cleavageAreaMm2 - 0 to the smaller reference area, mm²; for method 1 it is A·B
 * @param widthMm - specimen width, mm
 * @param measuredAreaMm2 - area of the fracture outline without the notch, mm², half to twice the nominal area; null when
 * it was not measured
 * @throws RangeError outside the ranges
 * @source Both are in use; in the E604 task group's study they differ by 5 to 10 points (J. Test. Eval. 13(1) 17). Nominal
 * is the custom for A × B, the measured outline for image analysis. Check against the laboratory's copy
 */
export function shearOnReferenceAreas(
  cleavageAreaMm2: number,
  widthMm: number,
  measuredAreaMm2: number | null,
): { readonly nominal: ReferredShear; readonly measured: ReferredShear | null } {
  const nominalAreaMm2 = nominalFractureAreaMm2(widthMm);
  const nominal = refer('nominal', cleavageAreaMm2, nominalAreaMm2);
  if (measuredAreaMm2 === null) return { nominal, measured: null };
  requireWithin('measuredAreaMm2', measuredAreaMm2, {
    least: nominalAreaMm2 / LARGEST_RATIO,
    most: nominalAreaMm2 * LARGEST_RATIO,
    unit: ' mm²',
    remedy: 'check its unit and the specimen width',
  });
  return { nominal, measured: refer('measured', cleavageAreaMm2, measuredAreaMm2) };
}

function refer(
  referenceArea: ReferenceArea,
  cleavageAreaMm2: number,
  referenceAreaMm2: number,
): ReferredShear {
  return { referenceArea, referenceAreaMm2, shearPercent: shearFromAreas(cleavageAreaMm2, referenceAreaMm2) };
}
