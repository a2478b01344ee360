import { answerShear } from '../artefact/answer.ts';
import type { LabelledSample } from '../head/labelled-sample.ts';
import type { UpdateStrategy } from '../head/strategy.ts';
import type { TechnicianWeights } from '../head/update-head.ts';
import { evaluateAnswers } from '../metrics/evaluate-answers.ts';
import type { EvaluatedAnswer } from '../metrics/evaluation-figures.ts';
import type { CrossValidation } from './evaluation-report.ts';
import type { LearningState } from './learning-state.ts';
import { runPrequentially } from './prequential-run.ts';
import { assignFolds, groupSamples } from './sample-groups.ts';

const FOLDS = 5;
/** With fewer labels the folds would say more about chance than about the model. */
const MINIMUM_SAMPLES = 20;
/** A fold learns in at most so many steps: the head at its end is the same, only its own test-then-train scores are coarser. */
const MAXIMUM_STEPS = 100;

/** Grouped cross-validation, or why there is none. */
export interface CrossValidationOutcome {
  readonly crossValidation: CrossValidation | null;
  readonly note: string;
}

/** Learns from four fifths of the groups, answers the last fifth, five times. */
export function crossValidate(
  start: LearningState,
  samples: readonly LabelledSample[],
  strategy: UpdateStrategy,
  level: number,
  technicianWeights?: TechnicianWeights,
): CrossValidationOutcome {
  if (samples.length < MINIMUM_SAMPLES) {
    return {
      crossValidation: null,
      note: `No cross-validation: ${samples.length} labels, ${MINIMUM_SAMPLES} needed.`,
    };
  }
  const groups = groupSamples(samples, FOLDS);
  if (groups.count < FOLDS) {
    return {
      crossValidation: null,
      note: `No cross-validation: the labels belong to ${groups.count} specimens, ${FOLDS} needed.`,
    };
  }
  const foldOf = assignFolds(groups, FOLDS);
  const answers: EvaluatedAnswer[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const training = samples.filter((_, i) => foldOf[i] !== fold);
    const batchSize = Math.max(strategy.batchSize, Math.ceil(training.length / MAXIMUM_STEPS));
    const coarse = { ...strategy, batchSize };
    const { state } = runPrequentially(start, training, coarse, level, technicianWeights);
    samples.forEach((sample, i) => {
      if (foldOf[i] !== fold) return;
      const { mean, interval } = answerShear(state, sample.features, level);
      answers.push({ truth: sample.shearPercent, mean, lower: interval.lower, upper: interval.upper });
    });
  }
  const { count, groupedBy } = groups;
  return {
    crossValidation: { folds: FOLDS, groupedBy, groups: count, figures: evaluateAnswers(answers) },
    note: `${FOLDS} folds over ${count} groups, kept apart by ${groupedBy}.`,
  };
}
