import { type CharacteristicForces, forcesInNewtons } from './characteristic-forces.ts';
import { type FoundForce, findCharacteristicForces } from './find-characteristic-forces.ts';
import { type ForceCurve, workAlong } from './force-curve.ts';
import { type InstrumentedShear, instrumentedShear } from './instrumented-shear.ts';

/** Forces that somebody read off the curve, N; they go before what is found. */
export interface GivenForces {
  readonly generalYieldN?: number | undefined;
  readonly maximumN?: number | undefined;
  /** Fiu; null: there was no unstable fracture. */
  readonly unstableInitiationN?: number | null | undefined;
  readonly arrestN?: number | null | undefined;
}

/** One force with where it comes from. */
export interface ReadForce {
  readonly forceN: number;
  /** Null for a given one. */
  readonly displacementMm: number | null;
  readonly deviationN: number | null;
  readonly origin: 'found' | 'given';
}

export interface ForceCurveReading {
  readonly generalYield: ReadForce;
  readonly maximum: ReadForce;
  readonly unstable: { readonly initiation: ReadForce; readonly arrest: ReadForce } | null;
  readonly hasYielded: boolean;
  /** Work up to the maximum force, J. */
  readonly energyAtMaximumJ: number;
  /** Work up to the end of the test, J: where the force is down to 2 % of the maximum for good, or the last sample. */
  readonly energyJ: number;
  /** Whether the record goes on until the force is down to 2 % of the maximum; otherwise the energy is too low. */
  readonly isComplete: boolean;
  /** The four estimates, percent shear, with one standard deviation each. */
  readonly estimates: InstrumentedShear;
  readonly deviations: InstrumentedShear;
}

const END_SHARE = 0.02;

/** Everything an instrumented curve tells: characteristic forces, energies and the four estimates of percent shear.
 * @throws RangeError when the curve shows no test, or given forces contradict the others
 * @source ISO 14556, ASTM E2298; see `findCharacteristicForces` and `instrumentedShear`
 */
export function readForceCurve(curve: ForceCurve, given: GivenForces = {}): ForceCurveReading {
  const found = findCharacteristicForces(curve);
  const generalYieldGiven = given.generalYieldN;
  const maximum = either(given.maximumN, found.maximum);
  const unstable = unstableOf(given, found.unstable);
  // A given maximum below the found yield force would contradict itself.
  const yieldFound = { ...found.generalYield, forceN: Math.min(found.generalYield.forceN, maximum.forceN) };
  const generalYield = either(generalYieldGiven, yieldFound);
  const forces = [
    generalYield,
    maximum,
    ...(unstable === null ? [] : [unstable.initiation, unstable.arrest]),
  ];
  const estimates = estimatesOf(forces);
  const work = workAlong(curve);
  const { end, isComplete } = endOf(curve, found.maximum);
  const top = indexAt(curve, found.maximum.displacementMm);
  return {
    ...{ generalYield, maximum, unstable, estimates, isComplete },
    hasYielded: generalYieldGiven !== undefined || found.hasYielded,
    energyAtMaximumJ: work[top]!,
    energyJ: work[end]!,
    deviations: deviationsOf(forces, estimates),
  };
}

function unstableOf(given: GivenForces, found: ReturnType<typeof findCharacteristicForces>['unstable']) {
  const { unstableInitiationN, arrestN } = given;
  if (unstableInitiationN === null || arrestN === null) return null;
  if (unstableInitiationN === undefined && arrestN === undefined && found === null) return null;
  return {
    initiation: either(unstableInitiationN, found?.initiation ?? null, 'unstableInitiationN'),
    arrest: either(arrestN, found?.arrest ?? null, 'arrestN'),
  };
}

function either(given: number | undefined, found: FoundForce | null, name = ''): ReadForce {
  if (given !== undefined) return { forceN: given, displacementMm: null, deviationN: null, origin: 'given' };
  if (found === null)
    throw new RangeError(`${name} must be given, too: the curve shows no unstable fracture`);
  return { ...found, origin: 'found' };
}

const estimatesOf = (forces: readonly ReadForce[]): InstrumentedShear =>
  instrumentedShear(characteristic(forces.map(({ forceN }) => forceN))).estimates;

function characteristic([
  generalYield,
  maximum,
  initiation,
  arrest,
]: readonly number[]): CharacteristicForces {
  const base = { generalYield: generalYield!, maximum: maximum! };
  return initiation === undefined || arrest === undefined
    ? base
    : { ...base, unstableInitiation: initiation, arrest };
}

/** How far the estimates move when each force moves by its deviation, added in quadrature; forces stay in their order. */
function deviationsOf(forces: readonly ReadForce[], estimates: InstrumentedShear): InstrumentedShear {
  const variances = {
    maximumForce: 0,
    maximumForceAndHardening: 0,
    maximumForceAndHalfHardening: 0,
    squareRoot: 0,
  };
  const names = Object.keys(variances) as (keyof InstrumentedShear)[];
  for (const [which, { deviationN }] of forces.entries()) {
    if (deviationN === null || deviationN === 0) continue;
    const moved = [-1, 1].map((side) => {
      const values = forces.map(({ forceN }, at) => (at === which ? forceN + side * deviationN : forceN));
      return orderedEstimates(values) ?? estimates;
    });
    for (const name of names) variances[name] += ((moved[1]![name] - moved[0]![name]) / 2) ** 2;
  }
  return {
    maximumForce: Math.sqrt(variances.maximumForce),
    maximumForceAndHardening: Math.sqrt(variances.maximumForceAndHardening),
    maximumForceAndHalfHardening: Math.sqrt(variances.maximumForceAndHalfHardening),
    squareRoot: Math.sqrt(variances.squareRoot),
  };
}

function orderedEstimates([
  generalYield,
  maximum,
  initiation,
  arrest,
]: readonly number[]): InstrumentedShear | null {
  const top = Math.max(maximum!, initiation ?? 0);
  const values =
    initiation === undefined || arrest === undefined
      ? [Math.min(generalYield!, top), top]
      : [Math.min(generalYield!, top), top, initiation, Math.min(Math.max(0, arrest), initiation)];
  try {
    const forces = characteristic(values);
    forcesInNewtons(forces);
    return instrumentedShear(forces).estimates;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function endOf({ forceN }: ForceCurve, { forceN: maximumN }: FoundForce) {
  let last = forceN.length - 1;
  while (last > 0 && forceN[last]! < END_SHARE * maximumN) last -= 1;
  return { end: Math.min(forceN.length - 1, last + 1), isComplete: last < forceN.length - 1 };
}

function indexAt({ displacementMm }: ForceCurve, wanted: number): number {
  let at = 0;
  while (at < displacementMm.length - 1 && displacementMm[at]! < wanted) at += 1;
  return at;
}
