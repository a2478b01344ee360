import {
  type ForceCurve,
  forceCurveOverDisplacement,
  forceCurveOverTime,
  forceMethodVersion,
  type GivenForces,
  ParameterRangeError,
  pendulumMass,
  readForceCurve,
} from '@mlmcsc/charpy';
import { InvalidInput } from '../../errors.ts';
import type { ForceCurveFindings, ForceCurveSettings } from './force-curve-records.ts';
import { type ForceFault, type ParsedForceCurve, parseForceCurve } from './parse-force-curve.ts';

/** Buckets of the picture's line; each gives its lowest and its highest point. */
const lineBuckets = 300;

/** Everything that a file of an instrumented test tells.
 * @param capacityJ - energy of the machine, from which the mass of the pendulum follows; null: unknown
 * @throws InvalidInput `force-curve-invalid` with every fault by line and column, or saying what must be told
 */
export function readForceFile(
  bytes: Uint8Array,
  settings: ForceCurveSettings,
  capacityJ: number | null,
): ForceCurveFindings {
  const read = parseForceCurve(bytes, settings.units);
  if (!read.ok) throw invalidFile(read.faults, read.faultCount);
  const { curve: parsed } = read;
  try {
    const { curve, pendulumMassKg } = curveOf(parsed, settings, capacityJ);
    return {
      methodVersion: forceMethodVersion,
      columns: parsed.columns,
      samples: parsed.forceN.length,
      displacementFrom: parsed.displacementMm === null ? 'time' : 'record',
      pendulumMassKg,
      reading: readForceCurve(curve, givenForces(settings)),
      line: thinned(curve),
    };
  } catch (error) {
    if (error instanceof ParameterRangeError) {
      throw invalid(`${publicNames[error.parameter] ?? error.parameter} ${error.requirement}.`);
    }
    if (error instanceof RangeError) throw invalid(`${error.message}.`);
    throw error;
  }
}

function curveOf(
  { timeMs, displacementMm, forceN }: ParsedForceCurve,
  { impactVelocityMs, pendulumMassKg }: ForceCurveSettings,
  capacityJ: number | null,
): { readonly curve: ForceCurve; readonly pendulumMassKg: number | null } {
  if (displacementMm !== null) {
    return { curve: forceCurveOverDisplacement(displacementMm, forceN), pendulumMassKg: null };
  }
  if (impactVelocityMs === null) {
    throw invalid(
      'The file has no column of displacements: tell impact_velocity_m_s, and pendulum_mass_kg where the machine is not known.',
    );
  }
  const massKg = pendulumMassKg ?? (capacityJ === null ? null : pendulumMass(capacityJ, impactVelocityMs));
  if (massKg === null) {
    throw invalid('Neither pendulum_mass_kg nor a machine with its energy is known; tell one of them.');
  }
  return { curve: forceCurveOverTime(timeMs!, forceN, { impactVelocityMs, massKg }), pendulumMassKg: massKg };
}

function givenForces(settings: ForceCurveSettings): GivenForces {
  const { generalYieldN, maximumN, unstableInitiationN, arrestN, hasNoUnstableFracture } = settings;
  const unstable = hasNoUnstableFracture
    ? { unstableInitiationN: null, arrestN: null }
    : { unstableInitiationN: unstableInitiationN ?? undefined, arrestN: arrestN ?? undefined };
  return { generalYieldN: generalYieldN ?? undefined, maximumN: maximumN ?? undefined, ...unstable };
}

/** Parameters of the engine by the names that callers know. */
const publicNames: Readonly<Record<string, string>> = {
  impactVelocityMs: 'impact_velocity_m_s',
  massKg: 'The mass of the pendulum',
  timeMs: 'The time',
  displacementMm: 'The displacement',
  forceN: 'The force',
  generalYield: 'general_yield_n',
  maximum: 'maximum_n',
  unstableInitiation: 'unstable_initiation_n',
  arrest: 'arrest_n',
};

const invalid = (detail: string) => new InvalidInput('force-curve-invalid', detail);

function invalidFile(faults: readonly ForceFault[], count: number): InvalidInput {
  const [{ row, column, reason }] = faults as [ForceFault];
  const more = count === 1 ? '' : ` ${count - 1} more.`;
  return new InvalidInput(
    'force-curve-invalid',
    `Line ${row}${column === null ? '' : `, ${column},`} ${reason}.${more}`,
    {
      faults: faults.map((fault) => ({
        detail: fault.column === null ? fault.reason : `${fault.column} ${fault.reason}`,
        pointer: `#/rows/${fault.row}`,
      })),
    },
  );
}

/** Points for a picture: of each stretch of samples the lowest and the highest, so that no drop is lost. */
function thinned({ displacementMm, forceN }: ForceCurve): ForceCurveFindings['line'] {
  const kept: number[] = [];
  const stretch = Math.max(1, forceN.length / lineBuckets);
  for (let bucket = 0; bucket * stretch < forceN.length; bucket += 1) {
    const from = Math.floor(bucket * stretch);
    const to = Math.min(forceN.length, Math.max(from + 1, Math.floor((bucket + 1) * stretch)));
    let [low, high] = [from, from];
    for (let at = from; at < to; at += 1) {
      if (forceN[at]! < forceN[low]!) low = at;
      if (forceN[at]! > forceN[high]!) high = at;
    }
    kept.push(...new Set([Math.min(low, high), Math.max(low, high)]));
  }
  const last = forceN.length - 1;
  if (kept.at(-1) !== last) kept.push(last);
  return {
    displacementMm: kept.map((at) => Number(displacementMm[at]!.toFixed(4))),
    forceN: kept.map((at) => Number(forceN[at]!.toFixed(1))),
  };
}
