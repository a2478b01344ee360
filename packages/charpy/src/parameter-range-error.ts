/** A parameter outside its allowed range. It keeps the parameter's name apart from the sentence, so that a caller who
 * knows the parameter by another name (an option, a field of a form) can say the same sentence with that name. */
export class ParameterRangeError extends RangeError {
  /** The parameter as the function names it, for instance `aMm`. */
  readonly parameter: string;
  /** What it must be and what it was, for instance `must be from 0 to 7.5 mm, got 7.6`. */
  readonly requirement: string;

  constructor(parameter: string, requirement: string) {
    super(`${parameter} ${requirement}`);
    this.name = 'ParameterRangeError';
    this.parameter = parameter;
    this.requirement = requirement;
  }
}

/** What a parameter must be. */
export interface AllowedRange {
  readonly least: number;
  readonly most: number;
  /** Unit after the bounds, with its leading space: ` mm`. @default '' */
  readonly unit?: string;
  /** What to do about it, a clause without full stop. */
  readonly remedy?: string;
}

/** Refuses a value outside its range, both bounds included; NaN is outside every range.
 * @throws ParameterRangeError naming parameter, range, value and remedy
 */
export function requireWithin(
  parameter: string,
  value: number,
  { least, most, unit = '', remedy }: AllowedRange,
): void {
  if (value >= least && value <= most) return;
  const advice = remedy === undefined ? '' : `; ${remedy}`;
  throw new ParameterRangeError(parameter, `must be from ${least} to ${most}${unit}, got ${value}${advice}`);
}

/** Refuses what is not a positive finite number.
 * @throws ParameterRangeError naming parameter, value and remedy
 */
export function requirePositive(parameter: string, value: number, remedy?: string): void {
  if (value > 0 && Number.isFinite(value)) return;
  const advice = remedy === undefined ? '' : `; ${remedy}`;
  throw new ParameterRangeError(parameter, `must be a positive number, got ${value}${advice}`);
}
