import { ParameterRangeError } from '../parameter-range-error.ts';
import type { ForceCurve } from './force-curve.ts';

/** Raise it when the same curve would give other forces. */
export const forceMethodVersion = '1';

/** One characteristic force as it was found. */
export interface FoundForce {
  /** N. */
  readonly forceN: number;
  /** Where, mm. */
  readonly displacementMm: number;
  /** One standard deviation, N: how far the value wavers with oscillations and with the choices of the method. */
  readonly deviationN: number;
}

export interface FoundForces {
  /** Fgy; equal to Fm where the bar broke before it yielded. */
  readonly generalYield: FoundForce;
  /** Fm. */
  readonly maximum: FoundForce;
  /** Fiu and Fa; null where the force never dropped at once. */
  readonly unstable: { readonly initiation: FoundForce; readonly arrest: FoundForce } | null;
  /** Whether the curve left its elastic line before the bar broke or reached its maximum. */
  readonly hasYielded: boolean;
}

/** Half-width of the moving mean through the oscillations, mm: about one period of a full-size steel bar at 5 m/s. */
const SMOOTHING_MM = 0.15;
/** An unstable drop happens within so much displacement, mm. */
const DROP_MM = 0.3;
/** A drop counts from so much of the maximum force. */
const LEAST_DROP = 0.1;
/** A drop that goes on by so much of itself is still the same drop. */
const DROP_GOES_ON = 0.1;
/** Brink and foot of a drop are sought from where this share of it is lost, or left, and so far on, mm. */
const EDGE_SHARE = 0.1;
const EDGE_MM = 0.05;
/** What comes back by more than this share of the drop was an oscillation. */
const RECOVERED = 0.5;
/** The elastic line is fitted between these shares of the maximum force. */
const ELASTIC = { from: 0.15, to: 0.5 };
/** Fgy is where the curve crosses the elastic line moved by so much, mm; the others tell how far the choice matters. */
const YIELD_OFFSET = { least: 0.05, own: 0.1, most: 0.2 };
/** Oscillations are judged this far around a point, mm. */
const NEIGHBOURHOOD_MM = 0.5;

/** The characteristic forces of a curve, by a method of this product (docs/reference/instrumented-tests.md):
 * Fiu and Fa are the ends of the deepest drop that does not come back; Fm is the maximum of the moving mean before it, at least Fiu;
 * Fgy is the crossing with the elastic line moved by 0.1 mm.
 * @throws RangeError when the curve shows no test: no force, or no rising part
 * @source The definitions of the four forces are those of ISO 14556 and ASTM E2298 [professional knowledge: check against the laboratory's copy];
 * the standards leave it to the operator how they are read, so every force may be given instead
 */
export function findCharacteristicForces(curve: ForceCurve): FoundForces {
  const { forceN } = curve;
  let highest = 0;
  for (const force of forceN) highest = Math.max(highest, force);
  if (!(highest > 0))
    throw new ParameterRangeError('forceN', 'must rise above 0; check the sign of the force');
  const drop = deepestDrop(curve, LEAST_DROP * highest);
  const end = drop === null ? forceN.length : drop.from + 1;
  const smooth = smoothed(curve, end);
  let top = 0;
  for (let at = 1; at < end; at += 1) if (smooth[at]! > smooth[top]!) top = at;
  const wavering = (at: number, from: number, to: number) => deviationAround(curve, smooth, at, from, to);
  const foundAt = (at: number, force: number, deviationN: number): FoundForce => ({
    forceN: force,
    displacementMm: curve.displacementMm[at]!,
    deviationN,
  });
  const topForce = foundAt(top, smooth[top]!, wavering(top, 0, end));
  if (drop === null) {
    return { ...yieldOf(curve, smooth, top, topForce), maximum: topForce, unstable: null };
  }
  const initiation = foundAt(drop.from, forceN[drop.from]!, wavering(drop.from, 0, end));
  const maximum = initiation.forceN > topForce.forceN ? initiation : topForce;
  const at = initiation.forceN > topForce.forceN ? drop.from : top;
  const arrestForce = Math.min(Math.max(0, forceN[drop.to]!), initiation.forceN);
  return {
    ...yieldOf(curve, smooth, at, maximum),
    maximum,
    unstable: { initiation, arrest: foundAt(drop.to, arrestForce, scatterAfter(curve, drop.to)) },
  };
}

/** From the highest point of the drop to its lowest. */
interface Drop {
  readonly from: number;
  readonly to: number;
}

function deepestDrop({ displacementMm, forceN }: ForceCurve, least: number): Drop | null {
  const count = forceN.length;
  const laterMost = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  for (let at = count - 1; at >= 0; at -= 1) laterMost[at] = Math.max(laterMost[at + 1]!, forceN[at]!);
  const lowest = lowestAhead(displacementMm, forceN);
  let best: Drop | null = null;
  let depth = least;
  for (let from = 0; from < count; from += 1) {
    const to = lowest[from]!;
    const drop = forceN[from]! - forceN[to]!;
    if (drop > depth && laterMost[to]! <= forceN[to]! + RECOVERED * drop) {
      best = { from, to };
      depth = drop;
    }
  }
  if (best === null) return null;
  let { to } = best;
  for (;;) {
    const further = lowest[to]!;
    if (forceN[to]! - forceN[further]! < DROP_GOES_ON * depth) break;
    to = further;
  }
  return brinkAndFoot({ displacementMm, forceN }, { from: best.from, to });
}

/** Where the force falls away and where it has fallen: the highest sample shortly before a tenth of the drop is lost, the lowest shortly after a
 * tenth is left. The window that found the drop may be wider, on a force that falls slowly. */
function brinkAndFoot({ displacementMm, forceN }: ForceCurve, { from, to }: Drop): Drop {
  const level = (share: number) => forceN[to]! + share * (forceN[from]! - forceN[to]!);
  let last = to;
  while (last > from && forceN[last]! < level(1 - EDGE_SHARE)) last -= 1;
  let brink = last;
  for (let at = last; at >= from && displacementMm[last]! - displacementMm[at]! <= EDGE_MM; at -= 1) {
    if (forceN[at]! > forceN[brink]!) brink = at;
  }
  let first = brink;
  while (first < to && forceN[first]! > level(EDGE_SHARE)) first += 1;
  let foot = first;
  for (let at = first; at <= to && displacementMm[at]! - displacementMm[first]! <= EDGE_MM; at += 1) {
    if (forceN[at]! < forceN[foot]!) foot = at;
  }
  return { from: brink, to: foot };
}

/** The index of the least force within `DROP_MM` after each sample, itself included; a queue of rising minima, linear in time. */
function lowestAhead(displacementMm: Float64Array, forceN: Float64Array): Int32Array {
  const count = forceN.length;
  const lowest = new Int32Array(count);
  const queue: number[] = [];
  let head = 0;
  let next = 0;
  for (let at = 0; at < count; at += 1) {
    while (next < count && displacementMm[next]! <= displacementMm[at]! + DROP_MM) {
      while (queue.length > head && forceN[queue[queue.length - 1]!]! > forceN[next]!) queue.pop();
      queue.push(next);
      next += 1;
    }
    while (queue[head]! < at) head += 1;
    lowest[at] = queue[head]!;
  }
  return lowest;
}

/** Moving mean over ± `SMOOTHING_MM`, of the samples before `end` only, so that the drop does not leak into it. */
function smoothed({ displacementMm, forceN }: ForceCurve, end: number): Float64Array {
  const sums = new Float64Array(end + 1);
  for (let at = 0; at < end; at += 1) sums[at + 1] = sums[at]! + forceN[at]!;
  const smooth = new Float64Array(end);
  let low = 0;
  let high = 0;
  for (let at = 0; at < end; at += 1) {
    // As far on both sides: at the ends of the curve a lopsided mean would bend it.
    const reach = Math.min(
      SMOOTHING_MM,
      displacementMm[at]! - displacementMm[0]!,
      displacementMm[end - 1]! - displacementMm[at]!,
    );
    const [from, to] = [displacementMm[at]! - reach - 1e-9, displacementMm[at]! + reach + 1e-9];
    low = Math.min(low, at);
    while (low > 0 && displacementMm[low - 1]! >= from) low -= 1;
    while (displacementMm[low]! < from) low += 1;
    high = Math.max(high, at + 1);
    while (high < end && displacementMm[high]! <= to) high += 1;
    while (high > at + 1 && displacementMm[high - 1]! > to) high -= 1;
    smooth[at] = (sums[high]! - sums[low]!) / (high - low);
  }
  return smooth;
}

function yieldOf(
  { displacementMm }: ForceCurve,
  smooth: Float64Array,
  top: number,
  maximum: FoundForce,
): Pick<FoundForces, 'generalYield' | 'hasYielded'> {
  const line = elasticLine(displacementMm, smooth, top, maximum.forceN);
  const crossing = (offsetMm: number): number | null => {
    for (let at = line.to; at < Math.min(top + 1, smooth.length); at += 1) {
      if (smooth[at]! <= line.intercept + line.slope * (displacementMm[at]! - offsetMm)) return at;
    }
    return null;
  };
  const own = crossing(YIELD_OFFSET.own);
  if (own === null) return { generalYield: maximum, hasYielded: false };
  const forceAt = (at: number | null) => Math.min(maximum.forceN, at === null ? maximum.forceN : smooth[at]!);
  const forceN = forceAt(own);
  const spread = (forceAt(crossing(YIELD_OFFSET.most)) - forceAt(crossing(YIELD_OFFSET.least))) / 2;
  return {
    generalYield: { forceN, displacementMm: displacementMm[own]!, deviationN: Math.max(0, spread) },
    hasYielded: true,
  };
}

/** Least squares through the rising part, from the last time it was low to the first time it was half way up. */
function elasticLine(displacementMm: Float64Array, smooth: Float64Array, top: number, maximumN: number) {
  const last = Math.min(top, smooth.length - 1);
  let to = 0;
  while (to < last && smooth[to]! < ELASTIC.to * maximumN) to += 1;
  let from = to;
  while (from > 0 && smooth[from - 1]! > ELASTIC.from * maximumN) from -= 1;
  const count = to - from + 1;
  let [meanX, meanY] = [0, 0];
  for (let at = from; at <= to; at += 1) {
    meanX += displacementMm[at]! / count;
    meanY += smooth[at]! / count;
  }
  let [xx, xy] = [0, 0];
  for (let at = from; at <= to; at += 1) {
    xx += (displacementMm[at]! - meanX) ** 2;
    xy += (displacementMm[at]! - meanX) * (smooth[at]! - meanY);
  }
  if (count < 3 || !(xx > 0) || !(xy > 0)) {
    throw new ParameterRangeError(
      'forceN',
      `must have at least 3 samples on its rising part, got ${count}; record faster, or give the forces`,
    );
  }
  const slope = xy / xx;
  return { slope, intercept: meanY - slope * meanX, to };
}

/** Standard deviation of the samples about the moving mean, near one of them. */
function deviationAround(
  { displacementMm, forceN }: ForceCurve,
  smooth: Float64Array,
  at: number,
  from: number,
  to: number,
): number {
  let [sum, count] = [0, 0];
  for (let other = from; other < to; other += 1) {
    if (Math.abs(displacementMm[other]! - displacementMm[at]!) > NEIGHBOURHOOD_MM) continue;
    sum += (forceN[other]! - smooth[other]!) ** 2;
    count += 1;
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

/** Standard deviation of the samples about their mean just after the arrest. */
function scatterAfter({ displacementMm, forceN }: ForceCurve, at: number): number {
  const near: number[] = [];
  for (let other = at; other < forceN.length; other += 1) {
    if (displacementMm[other]! - displacementMm[at]! > NEIGHBOURHOOD_MM / 2) break;
    near.push(forceN[other]!);
  }
  const mean = near.reduce((sum, force) => sum + force, 0) / near.length;
  return Math.sqrt(near.reduce((sum, force) => sum + (force - mean) ** 2, 0) / near.length);
}
