import type { LabelledSample } from '../head/labelled-sample.ts';
import { LearningHead } from '../head/learning-head.ts';
import type { Lessons } from '../head/lessons.ts';
import type { UpdateStrategy } from '../head/strategy.ts';
import { checkStrategy } from '../head/strategy.ts';
import type { TechnicianWeights } from '../head/technician-weights.ts';
import { observeLabel, shearInterval } from '../interval/conformal-interval.ts';
import type { PrequentialRecord } from './evaluation-report.ts';
import type { LearningState } from './learning-state.ts';

/** A state after learning, with what it answered on the way. */
export interface PrequentialRun {
  readonly state: LearningState;
  readonly records: readonly PrequentialRecord[];
  readonly lessons: Lessons;
}

/** Test-then-train: every label is first answered, then scored, then learned, batch by batch, in the given order.
 * @source Gama, Sebastião & Rodrigues, Mach. Learn. 90 (2013) 317–346
 */
export function runPrequentially(
  start: LearningState,
  samples: readonly LabelledSample[],
  strategy: UpdateStrategy,
  level: number,
  technicianWeights?: TechnicianWeights,
  { onProgress }: { readonly onProgress?: (share: number) => void } = {},
): PrequentialRun {
  checkStrategy(strategy);
  const learning = new LearningHead(start.head, strategy, technicianWeights);
  let { conformal } = start;
  const records: PrequentialRecord[] = [];
  for (let from = 0; from < samples.length; from += strategy.batchSize) {
    const batch = samples.slice(from, from + strategy.batchSize).map((sample) => learning.answer(sample));
    for (const { label, prediction } of batch) {
      const { lower, upper } = shearInterval(conformal, prediction, level);
      records.push({
        labelsBefore: from,
        truth: label.shearPercent,
        mean: prediction.mean,
        ...{ lower, upper, level },
        variance: prediction.variance,
        ...identityOf(label),
      });
      conformal = observeLabel(conformal, prediction, label.shearPercent);
    }
    learning.learn(batch);
    onProgress?.(Math.min(1, (from + strategy.batchSize) / samples.length));
  }
  return { state: { head: learning.toHead(), conformal }, records, lessons: learning.lessons() };
}

function identityOf({ specimen, heat, technician }: LabelledSample) {
  return {
    ...(specimen === undefined ? {} : { specimen }),
    ...(heat === undefined ? {} : { heat }),
    ...(technician === undefined ? {} : { technician }),
  };
}
