import {
  answerShear,
  defaultIntervalLevel,
  type FoldGrouping,
  type LabelledSample,
  type Model,
  runPrequentially,
  type UpdateStrategy,
} from '@mlmcsc/learning';
import type { LayerShift } from '@mlmcsc/vision';
import type { RefineEvidence } from './refine-evidence.ts';

/** How well pictures are answered that were left out, with the layer as it was and with the moved one. */
export interface LeftOutFit {
  readonly judgedBy: 'percent labels' | 'painted cells';
  readonly groupedBy: FoldGrouping;
  readonly groups: number;
  /** Mean absolute error in points, or mean logistic loss of a cell. */
  readonly before: number;
  readonly after: number;
}

/** Mean absolute error of answers by a head that learned the other folds, points.
 * @param folds - the fold of each sample; at least two of them */
export function leftOutError(
  model: Model,
  samples: readonly LabelledSample[],
  folds: readonly number[],
  strategy: UpdateStrategy,
): number {
  let sum = 0;
  for (const fold of new Set(folds)) {
    const learned = samples.filter((_, i) => folds[i] !== fold);
    const { state } = runPrequentially(model, learned, strategy, defaultIntervalLevel);
    for (const [i, { features, shearPercent }] of samples.entries()) {
      if (folds[i] === fold) sum += Math.abs(answerShear(state, features).mean - shearPercent);
    }
  }
  return sum / samples.length;
}

/** Mean logistic loss of the painted cells, each under the layer of its fold.
 * @returns 0 without painted cells */
export function paintedLoss(
  evidence: readonly RefineEvidence[],
  shifts: readonly LayerShift[],
  foldOf: readonly number[],
): number {
  let sum = 0;
  let count = 0;
  for (const [i, { cells }] of evidence.entries()) {
    const { weights, bias } = shifts[foldOf[i]!]!;
    for (const { features, isShear, offset = 0 } of cells) {
      // The shift is of cleavage, the cells' scores are of shear.
      const shear = weights.reduce((score, weight, c) => score - weight * features[c]!, offset - bias);
      const wrong = isShear ? -shear : shear;
      sum += Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong)));
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
