import { requireWithin } from '../parameter-range-error.ts';
import { convertUnit } from '../units/convert-unit.ts';
import { formatStep, roundToStep, type TieRule } from './round-to-step.ts';

/** How a laboratory prints a quantity: the unit and the step in that unit. Stored values are never rounded. */
export interface ReportProfile<Unit extends string> {
  readonly unit: Unit;
  /** Step, in `unit`. */
  readonly step: number;
  readonly ties: TieRule;
}

/** Lateral expansion on paper: 0.025 mm or 1 mil. The two are not the same grid: 1 mil is 0.0254 mm.
 * @source ASTM A370 (lateral expansion to the nearest mil, 0.025 mm). Check against the laboratory's copy; ties are a setting
 */
export const lateralExpansionProfiles = {
  mm: { unit: 'mm', step: 0.025, ties: 'even' },
  mil: { unit: 'mil', step: 1, ties: 'even' },
} as const satisfies Record<string, ReportProfile<'mm' | 'mil'>>;

/** Absorbed energy on paper: 1 J or 1 ft·lbf.
 * @source Custom of ASTM E23 and ISO 148-1 reports. Check against the laboratory's copy; ties are a setting
 */
export const energyProfiles = {
  J: { unit: 'J', step: 1, ties: 'even' },
  'ft-lbf': { unit: 'ft-lbf', step: 1, ties: 'even' },
} as const satisfies Record<string, ReportProfile<'J' | 'ft-lbf'>>;

/** Lateral expansion as a profile prints it.
 * @param lateralExpansionMm - mm, 0 to 10
 * @returns a multiple of the step, in the profile's unit
 * @throws RangeError outside the range
 * @example roundLateralExpansion(0.889, lateralExpansionProfiles.mil) // 35
 */
export function roundLateralExpansion(
  lateralExpansionMm: number,
  profile: ReportProfile<'mm' | 'mil'>,
): number {
  requireWithin('lateralExpansionMm', lateralExpansionMm, { least: 0, most: 10, unit: ' mm' });
  return roundToStep(convertUnit(lateralExpansionMm, 'mm', profile.unit), profile.step, profile.ties);
}

/** Absorbed energy as a profile prints it.
 * @param energyJ - J, 0 to 1000, above the largest pendulums in use
 * @returns a multiple of the step, in the profile's unit
 * @throws RangeError outside the range
 * @example roundEnergy(27.4, energyProfiles.J) // 27
 */
export function roundEnergy(energyJ: number, profile: ReportProfile<'J' | 'ft-lbf'>): number {
  requireWithin('energyJ', energyJ, { least: 0, most: 1000, unit: ' J' });
  return roundToStep(convertUnit(energyJ, 'J', profile.unit), profile.step, profile.ties);
}

/** A value that is on a profile's grid as text with the decimals of its step: `0.875`, `35`. */
export function formatReported(rounded: number, profile: ReportProfile<string>): string {
  return formatStep(rounded, profile.step);
}
