import { ParameterRangeError, requirePositive, requireWithin } from '../parameter-range-error.ts';
import { convertUnit } from '../units/convert-unit.ts';

/** Characteristic forces of an instrumented test, all in one unit.
 * @source ISO 14556, ASTM E2298. Check against the laboratory's copy
 */
export interface CharacteristicForces {
  /** Unit of every force here. @default 'N' */
  readonly unit?: 'N' | 'kN';
  /** Fgy, general yield: above 0, at most `maximum`. */
  readonly generalYield: number;
  /** Fm, maximum: 100 N to 200 kN. */
  readonly maximum: number;
  /** Fiu, initiation of unstable fracture: at most `maximum`. Left out with `arrest` when there was no unstable fracture. */
  readonly unstableInitiation?: number;
  /** Fa, end of unstable fracture (arrest): 0 to `unstableInitiation`. */
  readonly arrest?: number;
}

/** The same, checked, in newtons. */
export interface ForcesInNewtons {
  readonly generalYieldN: number;
  readonly maximumN: number;
  /** Null: the force never dropped at once. */
  readonly unstable: { readonly initiationN: number; readonly arrestN: number } | null;
}

/** Miniature specimens reach about 1 kN, full-size ones 10 to 50 kN. Outside, kN was taken for N or the reverse. These are this
 * product's bounds, not a standard's. */
const MAXIMUM_FORCE_N = { least: 100, most: 200_000 };

/** Checks `0 < Fgy ≤ Fm` and `0 ≤ Fa ≤ Fiu ≤ Fm` and converts to newtons.
 * @throws RangeError naming the force that contradicts the others
 */
export function forcesInNewtons(forces: CharacteristicForces): ForcesInNewtons {
  const { unit = 'N', generalYield, maximum, unstableInitiation, arrest } = forces;
  const suffix = ` ${unit}`;
  requireWithin('maximum', maximum, {
    least: convertUnit(MAXIMUM_FORCE_N.least, 'N', unit),
    most: convertUnit(MAXIMUM_FORCE_N.most, 'N', unit),
    unit: suffix,
    remedy: 'check whether the forces are in N or kN',
  });
  requirePositive('generalYield', generalYield, `at most the maximum force ${maximum}${suffix}`);
  requireWithin('generalYield', generalYield, { least: 0, most: maximum, unit: suffix });
  const newtons = (force: number): number => convertUnit(force, unit, 'N');
  const checked = { generalYieldN: newtons(generalYield), maximumN: newtons(maximum) };
  if (unstableInitiation === undefined && arrest === undefined) return { ...checked, unstable: null };
  if (unstableInitiation === undefined || arrest === undefined) {
    const [missing, least, most] =
      unstableInitiation === undefined
        ? (['unstableInitiation', arrest, maximum] as const)
        : (['arrest', 0, unstableInitiation] as const);
    throw new ParameterRangeError(
      missing,
      `must be given from ${least} to ${most}${suffix}, got none; leave both out when there was no unstable fracture`,
    );
  }
  requireWithin('unstableInitiation', unstableInitiation, { least: 0, most: maximum, unit: suffix });
  requireWithin('arrest', arrest, { least: 0, most: unstableInitiation, unit: suffix });
  return { ...checked, unstable: { initiationN: newtons(unstableInitiation), arrestN: newtons(arrest) } };
}
