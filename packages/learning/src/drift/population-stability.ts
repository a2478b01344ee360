import { ParameterRangeError } from '@mlmcsc/charpy';
import { chiSquareQuantile } from '@mlmcsc/charpy/statistics';

/** How much a distribution has moved. */
export interface PopulationStability {
  /** 0 for the same shares in every class. */
  readonly index: number;
  /** What sampling alone exceeds with probability `falseAlarm`. */
  readonly threshold: number;
  readonly isBeyond: boolean;
}

export interface PopulationStabilityOptions {
  /** Classes with equal shares of the reference; fewer where values are tied. @default 10 */
  readonly classes?: number;
  /** Probability of passing the threshold with nothing changed. @default 0.001 */
  readonly falseAlarm?: number;
}

/** Population stability index, Σ (q − p) ln (q / p) over classes, with half a picture added to every class.
 * @param reference - finite values, at least 20   @param recent - finite values, at least 20
 * @throws ParameterRangeError for fewer values, or one that is not finite
 * @source threshold `(1/n + 1/m) χ²` with one degree of freedom fewer than classes: Yurdakul & Naranjo, Journal of Risk Model
 * Validation 14 (2020) 89–100, doi:10.21314/JRMV.2020.227. The usual 0.1 and 0.25 know no numbers of pictures
 */
export function populationStability(
  reference: readonly number[],
  recent: readonly number[],
  { classes = 10, falseAlarm = 0.001 }: PopulationStabilityOptions = {},
): PopulationStability {
  requireValues('reference', reference);
  requireValues('recent', recent);
  const edges = classEdges(reference, classes);
  if (edges.length === 0) {
    // The reference is one value: either all are still it, or not.
    const isBeyond = recent.some((value) => value !== reference[0]);
    return { index: isBeyond ? Number.POSITIVE_INFINITY : 0, threshold: 0, isBeyond };
  }
  const before = shares(reference, edges);
  const after = shares(recent, edges);
  const index = before.reduce((sum, p, i) => sum + (after[i] - p) * Math.log(after[i] / p), 0);
  const scale = 1 / reference.length + 1 / recent.length;
  const threshold = scale * chiSquareQuantile(1 - falseAlarm, edges.length);
  return { index, threshold, isBeyond: index > threshold };
}

function requireValues(parameter: string, values: readonly number[]): void {
  if (values.length < 20) {
    throw new ParameterRangeError(parameter, `must hold at least 20 values, got ${values.length}`);
  }
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new ParameterRangeError(parameter, `must be finite numbers, got ${odd}`);
}

/** Upper edges of all classes but the last; a value on an edge belongs below it. */
function classEdges(reference: readonly number[], classes: number): number[] {
  const sorted = Float64Array.from(reference).sort();
  const most = sorted[sorted.length - 1];
  const edges = Array.from(
    { length: classes - 1 },
    (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / classes) - 1],
  );
  return [...new Set(edges)].filter((edge) => edge < most);
}

function shares(values: readonly number[], edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0.5);
  for (const value of values) {
    const at = edges.findIndex((edge) => value <= edge);
    counts[at === -1 ? edges.length : at]++;
  }
  const total = values.length + 0.5 * counts.length;
  return counts.map((count) => count / total);
}
