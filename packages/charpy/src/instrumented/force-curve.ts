import { ParameterRangeError, requirePositive } from '../parameter-range-error.ts';

/** Force over displacement of one instrumented test; both arrays have one entry a sample. */
export interface ForceCurve {
  /** mm, from 0 at the first sample; does not fall. */
  readonly displacementMm: Float64Array;
  /** N; may be below 0 by noise. */
  readonly forceN: Float64Array;
}

/** Fewer samples show no curve. */
export const fewestSamples = 20;

/** What the pendulum is when it meets the bar. */
export interface Pendulum {
  /** v0, m/s: 1 to 10. */
  readonly impactVelocityMs: number;
  /** Effective mass, kg: 0.1 to 200. */
  readonly massKg: number;
}

/** Effective mass of a pendulum from what it can do: `m = 2·E/v0²`.
 * @param energyJ - its potential energy before release, J
 * @source ISO 14556 and ASTM E2298 [professional knowledge: check against the laboratory's copy]
 */
export function pendulumMass(energyJ: number, impactVelocityMs: number): number {
  requirePositive('energyJ', energyJ, 'the potential energy of the pendulum');
  requirePositive('impactVelocityMs', impactVelocityMs, 'the velocity at impact');
  return (2 * energyJ) / impactVelocityMs ** 2;
}

/** A curve over the displacement from one over time, by Newton's law: `v(t) = v0 − (1/m)·∫F dt`, `s(t) = ∫v dt`, both by the trapezoidal rule.
 * @param timeMs - ms, rising
 * @param forceN - N, one a time
 * @throws RangeError when times do not rise, values are out of range, or the force would have stopped the pendulum
 * @source ISO 14556 [professional knowledge: check against the laboratory's copy]
 */
export function forceCurveOverTime(
  timeMs: Float64Array,
  forceN: Float64Array,
  { impactVelocityMs, massKg }: Pendulum,
): ForceCurve {
  requireBetween('impactVelocityMs', impactVelocityMs, 1, 10, 'm/s');
  requireBetween('massKg', massKg, 0.1, 200, 'kg');
  requireSamples(timeMs, forceN);
  const displacementMm = new Float64Array(timeMs.length);
  let velocity = impactVelocityMs;
  for (let at = 1; at < timeMs.length; at += 1) {
    const seconds = (timeMs[at]! - timeMs[at - 1]!) / 1000;
    if (!(seconds > 0)) {
      throw new ParameterRangeError(
        'timeMs',
        `must rise from sample to sample, but does not at sample ${at + 1}`,
      );
    }
    const slowed = velocity - (0.5 * (forceN[at]! + forceN[at - 1]!) * seconds) / massKg;
    if (!(slowed > 0)) {
      throw new ParameterRangeError(
        'forceN',
        `would stop the pendulum at sample ${at + 1}; check the unit of force, the velocity and the mass`,
      );
    }
    displacementMm[at] = displacementMm[at - 1]! + 1000 * 0.5 * (velocity + slowed) * seconds;
    velocity = slowed;
  }
  return { displacementMm, forceN };
}

/** A curve from recorded displacements; they begin at 0 then, and a step back (noise of the recorder) counts as standing still.
 * @throws RangeError with too few samples, or when the displacement goes back by more than 0.1 mm
 */
export function forceCurveOverDisplacement(displacementMm: Float64Array, forceN: Float64Array): ForceCurve {
  requireSamples(displacementMm, forceN);
  const from = displacementMm[0]!;
  const straight = new Float64Array(displacementMm.length);
  for (let at = 1; at < straight.length; at += 1) {
    const here = displacementMm[at]! - from;
    if (here < straight[at - 1]! - 0.1) {
      throw new ParameterRangeError(
        'displacementMm',
        `must not go back, but does by ${(straight[at - 1]! - here).toFixed(2)} mm at sample ${at + 1}`,
      );
    }
    straight[at] = Math.max(straight[at - 1]!, here);
  }
  return { displacementMm: straight, forceN };
}

/** Work of the force up to each sample, J, by the trapezoidal rule. */
export function workAlong({ displacementMm, forceN }: ForceCurve): Float64Array {
  const work = new Float64Array(forceN.length);
  for (let at = 1; at < work.length; at += 1) {
    const metres = (displacementMm[at]! - displacementMm[at - 1]!) / 1000;
    work[at] = work[at - 1]! + 0.5 * (forceN[at]! + forceN[at - 1]!) * metres;
  }
  return work;
}

function requireSamples(one: Float64Array, other: Float64Array): void {
  if (one.length !== other.length) {
    throw new ParameterRangeError(
      'forceN',
      `must have as many samples as the other column, got ${other.length}`,
    );
  }
  if (one.length < fewestSamples) {
    throw new ParameterRangeError('forceN', `must have at least ${fewestSamples} samples, got ${one.length}`);
  }
}

function requireBetween(name: string, value: number, least: number, most: number, unit: string): void {
  if (!(value >= least && value <= most)) {
    throw new ParameterRangeError(name, `must be from ${least} to ${most} ${unit}, got ${value}`);
  }
}
