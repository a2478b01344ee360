import { ParameterRangeError, requireWithin } from '../parameter-range-error.ts';
import { formatStep, roundToStep, type TieRule } from './round-to-step.ts';

/** How a laboratory prints percent shear. Stored values are never rounded. */
export interface RoundingProfile {
  readonly name: string;
  /** Step in percent; divides 100. */
  readonly stepPercent: number;
  /** How standards' tables print ties could not be verified, so it is the laboratory's setting. */
  readonly ties: TieRule;
}

/** Profiles offered by default. Ties go to the even multiple, the rounding method of ASTM E29 section 6.4.
 * @source ASTM A370 (fracture appearance to the nearest 5 %); ASTM E23-16b Annex A4 (A6 in E23-07ae1), chart in steps of 10 %.
 * Check against the laboratory's copy: steps and ties could not be read in the standards' text
 */
export const roundingProfiles = {
  tenth: { name: 'tenth', stepPercent: 0.1, ties: 'even' },
  one: { name: 'one', stepPercent: 1, ties: 'even' },
  five: { name: 'five', stepPercent: 5, ties: 'even' },
  ten: { name: 'ten', stepPercent: 10, ties: 'even' },
} as const satisfies Record<string, RoundingProfile>;

/** Name of a default profile. */
export type RoundingProfileName = keyof typeof roundingProfiles;

/** Percent shear as a profile prints it.
 * @param shearPercent - 0 to 100
 * @returns a multiple of the step, 0 to 100
 * @throws RangeError when the value is outside 0–100 or the step does not divide 100
 * @example roundShear(62.5, { ...roundingProfiles.five, ties: 'up' }) // 65
 */
export function roundShear(shearPercent: number, profile: RoundingProfile): number {
  requireWithin('shearPercent', shearPercent, { least: 0, most: 100, unit: ' %' });
  const { stepPercent } = profile;
  if (!(stepPercent > 0) || Math.abs(Math.round(100 / stepPercent) * stepPercent - 100) > 1e-9) {
    throw new ParameterRangeError('stepPercent', `must divide 100, got ${stepPercent}`);
  }
  return roundToStep(shearPercent, stepPercent, profile.ties);
}

/** Percent shear as text with the decimals of the step, without the sign: `62.5`, `60`. */
export function formatShear(shearPercent: number, profile: RoundingProfile): string {
  return formatStep(roundShear(shearPercent, profile), profile.stepPercent);
}
