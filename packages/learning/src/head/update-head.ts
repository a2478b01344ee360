import type { LabelledSample } from './labelled-sample.ts';
import type { LaboratoryHead } from './laboratory-head.ts';
import { LearningHead } from './learning-head.ts';
import type { UpdateStrategy } from './strategy.ts';
import { checkStrategy } from './strategy.ts';
import type { TechnicianWeights } from './technician-weights.ts';

/** Learns labels in the given order; the same head, labels, order and strategy give the same bits.
 * `S ← λ·S + k·(φφᵀ, φr, r²)`, posterior precision = prior + S. A last, incomplete batch is learned too.
 * @throws RangeError for a label outside 0–100, a weight outside 0–10 or unfit features
 * @source recursive least squares with exponential forgetting towards the prior: Kulhavý & Zarrop, Int. J. Control
 * 58 (1993) 905–924; only evidence fades, so directions without new labels fall back to the prior, never to nothing
 */
export function updateHead(
  head: LaboratoryHead,
  labels: readonly LabelledSample[],
  strategy: UpdateStrategy,
  technicianWeights?: TechnicianWeights,
): LaboratoryHead {
  checkStrategy(strategy);
  const learning = new LearningHead(head, strategy, technicianWeights);
  for (let start = 0; start < labels.length; start += strategy.batchSize) {
    const batch = labels.slice(start, start + strategy.batchSize);
    learning.learn(batch.map((label) => learning.answer(label)));
  }
  return learning.toHead();
}
