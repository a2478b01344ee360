import type { FeatureVector } from '../head/feature-set.ts';
import { featureDistance } from './feature-distance.ts';
import type { SelectedCandidate, SelectionCandidate } from './selection-candidate.ts';
import { checkSelection } from './selection-candidate.ts';

/** Candidates that are unlike what was learned and unlike one another: farthest first.
 * A copy of a picture that is learned or chosen is at distance 0 and never chosen, so there may be fewer than `count`.
 * @param learned - features of pictures that have a label; without any the first choice is the candidate nearest to the mean
 * @source Gonzalez, Theor. Comput. Sci. 38 (1985) 293–306: at most twice the best possible radius; Sener & Savarese,
 * "Active learning for convolutional neural networks: a core-set approach", ICLR 2018
 */
export function selectDiverse(
  candidates: readonly SelectionCandidate[],
  learned: readonly FeatureVector[],
  count: number,
): SelectedCandidate[] {
  return selectSpreadOut(candidates, learned, count, (_, distance) => distance);
}

/** Candidates that are both uncertain and unlike: farthest first, each distance weighed by the uncertainty.
 * `score = uncertainty^b · distance^(1−b)`: b = 0 is diversity alone, b = 1 uncertainty alone without copies.
 * @param balance - b, from 0 to 1 @default 0.5
 * @source Dyer & Frieze, Oper. Res. Lett. 3 (1985) 285–288: the greedy weighted p-centre; b = 0.5 is theirs, with the
 * uncertainty as weight
 * @throws RangeError for a balance outside 0 to 1
 */
export function selectHybrid(
  candidates: readonly SelectionCandidate[],
  learned: readonly FeatureVector[],
  count: number,
  balance = 0.5,
): SelectedCandidate[] {
  if (!(balance >= 0 && balance <= 1)) {
    throw new RangeError(`balance must be from 0 to 1, got ${balance}`);
  }
  return selectSpreadOut(
    candidates,
    learned,
    count,
    (uncertainty, distance) => uncertainty ** balance * distance ** (1 - balance),
  );
}

/** @param scoreOf - of an uncertainty and a distance above 0; larger is better */
function selectSpreadOut(
  candidates: readonly SelectionCandidate[],
  learned: readonly FeatureVector[],
  count: number,
  scoreOf: (uncertainty: number, distance: number) => number,
): SelectedCandidate[] {
  checkSelection(candidates, count);
  // Without a centre every distance is the same: the first choice goes by closeness to the mean, and by uncertainty.
  const starts = learned.length > 0 ? null : closenessToMean(candidates);
  const nearest = candidates.map(({ features }) =>
    learned.reduce((least, one) => Math.min(least, featureDistance(features, one)), Number.POSITIVE_INFINITY),
  );
  const selected: SelectedCandidate[] = [];
  while (selected.length < Math.min(count, candidates.length)) {
    const isFirst = starts !== null && selected.length === 0;
    const distances = isFirst ? starts : nearest;
    const best = bestOf(distances, (index) => scoreOf(candidates[index].uncertainty, distances[index]));
    if (best === null) break;
    selected.push({ ...best, distance: isFirst ? null : nearest[best.index] });
    const { features } = candidates[best.index];
    candidates.forEach((candidate, index) => {
      nearest[index] = Math.min(nearest[index], featureDistance(candidate.features, features));
    });
  }
  return selected;
}

/** The best one that is no copy; of equals, the earlier. */
function bestOf(
  distances: readonly number[],
  scoreAt: (index: number) => number,
): { index: number; score: number } | null {
  let best: { index: number; score: number } | null = null;
  for (const [index, distance] of distances.entries()) {
    if (distance === 0) continue;
    const score = scoreAt(index);
    if (best === null || score > best.score) best = { index, score };
  }
  return best;
}

/** 1/(1 + distance to the mean): 1 in the middle, above 0 everywhere. */
function closenessToMean(candidates: readonly SelectionCandidate[]): number[] {
  const mean = new Float64Array(candidates[0]?.features.length ?? 0);
  for (const { features } of candidates) {
    for (let i = 0; i < mean.length; i++) mean[i] += features[i] / candidates.length;
  }
  return candidates.map(({ features }) => 1 / (1 + featureDistance(features, mean)));
}
