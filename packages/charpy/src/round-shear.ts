/** What happens half-way between two steps: to the higher one, the lower one, or the even multiple. */
export type TieRule = 'up' | 'down' | 'even';

/** How a laboratory prints percent shear. Stored values are never rounded. */
export interface RoundingProfile {
  readonly name: string;
  /** Step in percent; divides 100. */
  readonly stepPercent: number;
  /** How standards' tables print ties could not be verified, so it is the laboratory's setting. */
  readonly ties: TieRule;
}

/** Profiles offered by default. Ties go to the even multiple, the rounding method of ASTM E29 section 6.4.
 * @source ASTM A370 (fracture appearance to the nearest 5 %); ASTM E23 Annex A4 chart (steps of 10 %)
 */
export const roundingProfiles = {
  tenth: { name: 'tenth', stepPercent: 0.1, ties: 'even' },
  one: { name: 'one', stepPercent: 1, ties: 'even' },
  five: { name: 'five', stepPercent: 5, ties: 'even' },
  ten: { name: 'ten', stepPercent: 10, ties: 'even' },
} as const satisfies Record<string, RoundingProfile>;

/** Name of a default profile. */
export type RoundingProfileName = keyof typeof roundingProfiles;

/** Values this close to half-way (in steps) are ties: 100·(1 − A·B/80) carries rounding errors of some 1e-14. */
const TIE_TOLERANCE = 1e-9;

/** Percent shear as a profile prints it.
 * @param shearPercent - 0 to 100
 * @returns a multiple of the step, 0 to 100
 * @throws RangeError when the value is outside 0–100 or the step does not divide 100
 */
export function roundShear(shearPercent: number, profile: RoundingProfile): number {
  if (!(shearPercent >= 0 && shearPercent <= 100)) {
    throw new RangeError(`shearPercent must be from 0 to 100, got ${shearPercent}`);
  }
  const stepsInHundred = Math.round(100 / profile.stepPercent);
  if (!(profile.stepPercent > 0) || Math.abs(stepsInHundred * profile.stepPercent - 100) > 1e-9) {
    throw new RangeError(`stepPercent must divide 100, got ${profile.stepPercent}`);
  }
  const exact = (shearPercent / 100) * stepsInHundred;
  // Dividing whole numbers last gives the closest number to 0.1, 0.2, … instead of a sum of errors.
  return (nearestWhole(exact, profile.ties) * 100) / stepsInHundred;
}

/** Percent shear as text with the decimals of the step, without the sign: `62.5`, `60`. */
export function formatShear(shearPercent: number, profile: RoundingProfile): string {
  const text = String(profile.stepPercent);
  const point = text.indexOf('.');
  return roundShear(shearPercent, profile).toFixed(point < 0 ? 0 : text.length - point - 1);
}

function nearestWhole(value: number, ties: TieRule): number {
  const below = Math.floor(value);
  const above = value - below;
  if (Math.abs(above - 0.5) > TIE_TOLERANCE) return above < 0.5 ? below : below + 1;
  if (ties === 'up') return below + 1;
  if (ties === 'down') return below;
  return below % 2 === 0 ? below : below + 1;
}
