import { ParameterRangeError } from '@mlmcsc/charpy';
import { normalCdf } from '@mlmcsc/charpy/statistics';

/** States of the chains on one side of nought; figures of the literature are met to about 1 %. */
const halfStates = 40;
/** Share of the wanted run length that is near enough. */
const nearEnough = 1e-4;
/** Longest run length that limits are sought for. */
export const longestRunLength = 100_000;

/** Average number of points until a two-sided EWMA of standard normal points leaves its limits.
 * @param weight - λ, above 0 and at most 1   @param limit - L, deviations of the settled EWMA
 * @param shift - mean of the points, deviations
 * @source Lucas & Saccucci, Technometrics 32 (1990) 1–12, doi:10.1080/00401706.1990.10484583; chain of Brook & Evans,
 * Biometrika 59 (1972) 539–549, doi:10.1093/biomet/59.3.539
 */
export function ewmaRunLength(weight: number, limit: number, shift = 0): number {
  const half = limit * Math.sqrt(weight / (2 - weight));
  const states = 2 * halfStates + 1;
  const width = (2 * half) / states;
  const below = (edge: number, from: number): number =>
    normalCdf((edge - (1 - weight) * from) / weight - shift);
  return stepsToLeave(states, halfStates, (from, to) => {
    const start = (from - halfStates) * width;
    const end = (to - halfStates) * width;
    return below(end + width / 2, start) - below(end - width / 2, start);
  });
}

/** Average number of points until one of both CUSUMs of standard normal points passes the limit.
 * @param slack - k, deviations   @param limit - h, deviations   @param shift - mean of the points, deviations
 * @source Brook & Evans, as above; both sides: Van Dobben de Bruyn, Cumulative sum tests (1968)
 */
export function cusumRunLength(slack: number, limit: number, shift = 0): number {
  const oneSided = (mean: number): number => {
    const width = (2 * limit) / (2 * halfStates - 1);
    const below = (edge: number, from: number): number => normalCdf(edge - from + slack - mean);
    return stepsToLeave(halfStates, 0, (from, to) => {
      const upTo = below((to + 0.5) * width, from * width);
      return to === 0 ? upTo : upTo - below((to - 0.5) * width, from * width);
    });
  };
  return 1 / (1 / oneSided(shift) + 1 / oneSided(-shift));
}

/** Limit L with which an EWMA in control signals once in `runLength` points. */
export function ewmaLimitFor(weight: number, runLength: number): number {
  requireRunLength(runLength);
  return whereReached(2.5, 3.5, runLength, (limit) => ewmaRunLength(weight, limit));
}

/** Limit h with which two CUSUMs in control signal once in `runLength` points. */
export function cusumLimitFor(slack: number, runLength: number): number {
  requireRunLength(runLength);
  return whereReached(4, 6, runLength, (limit) => cusumRunLength(slack, limit));
}

/** @throws ParameterRangeError unless 20 ≤ runLength ≤ 100 000 */
export function requireRunLength(runLength: number): void {
  if (runLength >= 20 && runLength <= longestRunLength) return;
  throw new ParameterRangeError(
    'averageRunLength',
    `must be from 20 to ${longestRunLength}, got ${runLength}`,
  );
}

/** Secant in the logarithm of the run length, which is nearly straight in the limit. */
function whereReached(from: number, to: number, wanted: number, reached: (at: number) => number): number {
  const missing = (at: number): number => Math.log(reached(at) / wanted);
  let [before, at] = [from, to];
  let missedBefore = missing(before);
  let missed = missing(at);
  for (let step = 0; step < 20 && Math.abs(missed) > nearEnough; step++) {
    const next = Math.max(0.1, at - (missed * (at - before)) / (missed - missedBefore));
    [before, missedBefore] = [at, missed];
    [at, missed] = [next, missing(next)];
  }
  return at;
}

/** Expected steps of an absorbing chain until it leaves its states: (I − Q) s = 1. Its diagonal dominates, so elimination
 * needs no pivots. */
function stepsToLeave(states: number, start: number, stays: (from: number, to: number) => number): number {
  const rows = Array.from({ length: states }, (_, from) =>
    Float64Array.from({ length: states + 1 }, (_, to) =>
      to === states ? 1 : (from === to ? 1 : 0) - stays(from, to),
    ),
  );
  for (let pivot = 0; pivot < states; pivot++) {
    for (let row = pivot + 1; row < states; row++) {
      const factor = rows[row][pivot] / rows[pivot][pivot];
      for (let column = pivot; column <= states; column++) rows[row][column] -= factor * rows[pivot][column];
    }
  }
  const steps = new Float64Array(states);
  for (let row = states - 1; row >= 0; row--) {
    let rest = rows[row][states];
    for (let column = row + 1; column < states; column++) rest -= rows[row][column] * steps[column];
    steps[row] = rest / rows[row][row];
  }
  return steps[start];
}
