import { mean, normalQuantile } from '@mlmcsc/charpy/statistics';

/** Turns values into standard normal scores by their place among reference values (Van der Waerden), ties at the middle of their ranks:
 * the unit and the shape of the distribution drop out. Scores are bounded, so that no single picture can raise an alarm; ties
 * shrink them, which makes a chart slower, never louder.
 * @param reference - finite values, at least one
 */
export function referenceScorer(reference: readonly number[]): (value: number) => number {
  const sorted = Float64Array.from(reference).sort();
  const halfRanks = 2 * sorted.length + 1;
  const scores = Float64Array.from({ length: halfRanks }, (_, half) =>
    normalQuantile((half / 2 + 0.5) / (sorted.length + 1)),
  );
  const raw = (value: number): number =>
    scores[countBelow(sorted, value, false) + countBelow(sorted, value, true)];
  const centre = mean(reference.map(raw));
  return (value) => raw(value) - centre;
}

function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBelow = orEqual ? sorted[middle] <= value : sorted[middle] < value;
    if (isBelow) low = middle + 1;
    else high = middle;
  }
  return low;
}
