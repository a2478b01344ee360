import { isSpecimenWidth, ligamentDepthMm, nominalFractureAreaMm2 } from './specimen-width.ts';

/** What a specimen's width means for reading its fracture. */
export interface SpecimenGeometry {
  readonly widthMm: number;
  /** Narrower than the full size of 10 mm. */
  readonly isSubSize: boolean;
  /** One of the standard widths. */
  readonly isStandardWidth: boolean;
  /** Height of the section below the notch, mm. */
  readonly ligamentDepthMm: number;
  /** Nominal area below the notch, W × 8 mm². */
  readonly fractureAreaMm2: number;
  /** Points of percent shear that 1 mm² of wrongly read cleavage costs: 1.25 on full size, 5 on 2.5 mm. */
  readonly pointsPerMm2: number;
  /** Least scale advised for a photograph, pixels a millimetre. */
  readonly advisablePxPerMm: number;
}

const FULL_SIZE_MM = 10;
/** At 20 px/mm a full-size ligament is 200 × 160 pixels. */
const FULL_SIZE_PX_PER_MM = 20;
/** A wrong square millimetre costs up to four times as much on sub-size. */
const SUB_SIZE_PX_PER_MM = 40;

/** Section, leverage and advised scale of a specimen width.
 * @param widthMm - positive, mm
 * @throws RangeError when the width is not a positive number
 * @source Sections: ASTM E23-16b Annex A3, ISO 148-1:2016 (check against the laboratory's copy); leverage 100 / (W · 8);
 * the scales are this product's advice
 */
export function specimenGeometry(widthMm: number): SpecimenGeometry {
  const fractureAreaMm2 = nominalFractureAreaMm2(widthMm);
  const isSubSize = widthMm < FULL_SIZE_MM;
  return {
    widthMm,
    isSubSize,
    isStandardWidth: isSpecimenWidth(widthMm),
    ligamentDepthMm,
    fractureAreaMm2,
    pointsPerMm2: 100 / fractureAreaMm2,
    advisablePxPerMm: isSubSize ? SUB_SIZE_PX_PER_MM : FULL_SIZE_PX_PER_MM,
  };
}
