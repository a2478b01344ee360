import { ParameterRangeError, requireWithin } from '../parameter-range-error.ts';
import { roundToStep } from '../rounding/round-to-step.ts';

/** Net height of the specimen below the notch, mm. */
const LIGAMENT_MM = 71;

/** The cleavage region of a drop-weight tear specimen. */
export interface DwttDimensions {
  /** t: specimen thickness, mm, above 0 and below 35.5. */
  readonly thicknessMm: number;
  /** A: width of the cleavage region at the line one thickness below the notch, mm, 0 to t. */
  readonly aMm: number;
  /** B: length of the cleavage region between the two lines one thickness from notch and hammer side, mm, 0 to 71 − 2t. */
  readonly bMm: number;
}

/** Percent shear of a drop-weight tear specimen with the area it refers to. */
export interface DwttShear {
  /** Not rounded; 25 to 100. */
  readonly shearPercent: number;
  /** (71 − 2t)·t, mm²: one thickness under the notch and one at the hammer side are left out. */
  readonly evaluatedAreaMm2: number;
  /** True when A and B fill the evaluated area: the formula then says 25 %, while the face shows no shear there. */
  readonly isAtFormulaFloor: boolean;
}

/** Percent shear of a drop-weight tear specimen: `100·[(71 − 2t)·t − 0.75·A·B]/[(71 − 2t)·t]`. The factor 0.75 stands for a
 * tapering cleavage region, so the formula never gives less than 25 %; the standards' other procedures for mostly brittle
 * faces are not part of this function.
 * @throws RangeError when a dimension does not fit the specimen
 * @source API RP 5L3, ASTM E436, EN 10274. Check against the laboratory's copy
 * @example dwttShear({ thicknessMm: 10, aMm: 4, bMm: 17 }).shearPercent // 90
 */
export function dwttShear({ thicknessMm, aMm, bMm }: DwttDimensions): DwttShear {
  if (!(thicknessMm > 0 && thicknessMm < LIGAMENT_MM / 2)) {
    throw new ParameterRangeError(
      'thicknessMm',
      `must be above 0 and below ${LIGAMENT_MM / 2} mm, got ${thicknessMm}; thicker plates are tested machined down`,
    );
  }
  // To the picometre: 71 − 2·t leaves rounding errors that would refuse a B typed to fit exactly.
  const lengthMm = roundToStep(LIGAMENT_MM - 2 * thicknessMm, 1e-9);
  requireWithin('aMm', aMm, { least: 0, most: thicknessMm, unit: ' mm' });
  requireWithin('bMm', bMm, { least: 0, most: lengthMm, unit: ' mm' });
  const evaluatedAreaMm2 = lengthMm * thicknessMm;
  const shearPercent = 100 * (1 - (0.75 * aMm * bMm) / evaluatedAreaMm2);
  return { shearPercent, evaluatedAreaMm2, isAtFormulaFloor: aMm === thicknessMm && bMm === lengthMm };
}
