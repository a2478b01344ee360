import { answerShear } from '../artefact/answer.ts';
import type { LabelledSample } from '../head/labelled-sample.ts';
import type { UpdateStrategy } from '../head/strategy.ts';
import { checkStrategy } from '../head/strategy.ts';
import type { TechnicianWeights } from '../head/update-head.ts';
import { checkShearPercent, updateHead } from '../head/update-head.ts';
import { observeLabel } from '../interval/conformal-interval.ts';
import type { PrequentialRecord } from './evaluation-report.ts';
import type { LearningState } from './learning-state.ts';

/** A state after learning, with what it answered on the way. */
export interface PrequentialRun {
  readonly state: LearningState;
  readonly records: readonly PrequentialRecord[];
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
): PrequentialRun {
  checkStrategy(strategy);
  let { head, conformal } = start;
  const records: PrequentialRecord[] = [];
  for (let from = 0; from < samples.length; from += strategy.batchSize) {
    const batch = samples.slice(from, from + strategy.batchSize);
    for (const sample of batch) {
      checkShearPercent(sample.shearPercent);
      const answer = answerShear({ head, conformal }, sample.features, level);
      records.push({
        labelsBefore: from,
        truth: sample.shearPercent,
        mean: answer.mean,
        lower: answer.interval.lower,
        upper: answer.interval.upper,
        level,
        variance: answer.variance,
        ...identityOf(sample),
      });
      conformal = observeLabel(conformal, answer, sample.shearPercent);
    }
    head = updateHead(head, batch, strategy, technicianWeights);
  }
  return { state: { head, conformal }, records };
}

function identityOf({ specimen, heat, technician }: LabelledSample) {
  return {
    ...(specimen === undefined ? {} : { specimen }),
    ...(heat === undefined ? {} : { heat }),
    ...(technician === undefined ? {} : { technician }),
  };
}
