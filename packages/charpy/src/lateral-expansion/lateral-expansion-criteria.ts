import { requireWithin } from '../parameter-range-error.ts';
import { convertUnit } from '../units/convert-unit.ts';

/** Acceptance limits of lateral expansion, each in the unit it is written in: 35 mil is 0.889 mm and so a little below 0.89 mm.
 * @source 0.89 mm / 35 mil: ASTM and nuclear practice (NIST CharpyCurveFitting, MPM CharpyFit); 0.90 mm: GB/T 229-2020 and ISO
 * 148-1 (T_t0.9). Check against the laboratory's copy
 */
export const lateralExpansionCriteria = {
  '0.89mm': { least: 0.89, unit: 'mm' },
  '35mil': { least: 35, unit: 'mil' },
  '0.90mm': { least: 0.9, unit: 'mm' },
} as const;

/** Name of a criterion. */
export type LateralExpansionCriterion = keyof typeof lateralExpansionCriteria;

/** The sum of two readings in hundredths is sometimes 1e-16 mm short of the limit that it reaches on paper. */
const SUM_TOLERANCE = 1e-9;

/** True when an unrounded lateral expansion reaches a criterion. Rounding first could pass what fails.
 * @param lateralExpansionMm - mm, 0 to 10
 * @throws RangeError outside the range
 */
export function meetsLateralExpansion(
  lateralExpansionMm: number,
  criterion: LateralExpansionCriterion,
): boolean {
  requireWithin('lateralExpansionMm', lateralExpansionMm, { least: 0, most: 10, unit: ' mm' });
  const { least, unit } = lateralExpansionCriteria[criterion];
  return convertUnit(lateralExpansionMm, 'mm', unit) >= least - SUM_TOLERANCE;
}
