import type { ConformalState } from './conformal-state.ts';

/** The score that a new specimen stays under with probability 1 − missRate; Infinity when the scores cannot promise it.
 *
 * Weighted split-conformal quantile. Each laboratory score weighs 1. The shipped calibration scores share
 * `calibrationWeight² / (calibrationWeight + n)`: they speak alone at first and fade as the laboratory's own n scores
 * arrive. The new specimen (the usual "+ 1") weighs as much as the average score.
 * @source Vovk, Gammerman & Shafer, Algorithmic Learning in a Random World (2005); Lei et al., JASA 113 (2018)
 * 1094–1111 (split); Barber, Candès, Ramdas & Tibshirani, Ann. Stat. 51 (2023) 816–845 (weights)
 */
export function scoreQuantile(state: ConformalState, missRate: number): number {
  const { calibrationScores, calibrationWeight, laboratoryScores } = state;
  if (missRate <= 0) return Number.POSITIVE_INFINITY;
  if (missRate >= 1) return 0;
  const laboratory = ascending(laboratoryScores);
  const share = calibrationShare(calibrationWeight, laboratory.length);
  const eachCalibration = share / calibrationScores.length;
  const own = (share + laboratory.length) / (calibrationScores.length + laboratory.length);
  const needed = (1 - missRate) * (share + laboratory.length + own);
  let reached = 0;
  let c = 0;
  let l = 0;
  // A rounding error in the sum of weights must not push the answer to the next score.
  const slack = 1e-9 * needed;
  while (c < calibrationScores.length || l < laboratory.length) {
    const fromCalibration =
      l >= laboratory.length || (c < calibrationScores.length && calibrationScores[c] <= laboratory[l]);
    reached += fromCalibration ? eachCalibration : 1;
    const score = fromCalibration ? calibrationScores[c++] : laboratory[l++];
    if (reached >= needed - slack) return score;
  }
  return Number.POSITIVE_INFINITY;
}

/** What the calibration set weighs beside n laboratory scores. */
function calibrationShare(calibrationWeight: number, laboratoryCount: number): number {
  return (calibrationWeight * calibrationWeight) / (calibrationWeight + laboratoryCount);
}

const known = new WeakMap<Float64Array, Float64Array>();

/** Sorted copy, made once for each array: one state answers many pictures. */
function ascending(scores: Float64Array): Float64Array {
  const stored = known.get(scores);
  if (stored !== undefined) return stored;
  const sorted = scores.toSorted();
  known.set(scores, sorted);
  return sorted;
}
