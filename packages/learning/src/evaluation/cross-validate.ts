import type { LabelEvidence } from '../head/label-evidence.ts';
import { addEvidence, emptyEvidence, mergeEvidence } from '../head/label-evidence.ts';
import type { LabelledSample } from '../head/labelled-sample.ts';
import type { Lessons } from '../head/lessons.ts';
import { predictFromInput } from '../head/predict.ts';
import { conformityScore, shearInterval } from '../interval/conformal-interval.ts';
import type { ConformalState } from '../interval/conformal-state.ts';
import { evaluateAnswers } from '../metrics/evaluate-answers.ts';
import type { CrossValidation } from './evaluation-report.ts';
import type { LearningState } from './learning-state.ts';
import { assignFolds, groupSamples } from './sample-groups.ts';

const FOLDS = 5;
/** With fewer labels the folds would say more about chance than about the model. */
const MINIMUM_SAMPLES = 20;

/** Grouped cross-validation, or why there is none. */
export interface CrossValidationOutcome {
  readonly crossValidation: CrossValidation | null;
  readonly note: string;
}

/** Answers every fifth of the groups by the learned head without the evidence of that fifth.
 *
 * Evidence is a sum, so leaving labels out is leaving out their terms: five factorisations, whatever the number of labels.
 * A label counts in the folds as much as it counted in the run. The interval of a fold uses the scores of the other
 * folds' left-out answers.
 * @param start - the state before the run
 * @param lessons - what the run left, one for each sample
 * @source intervals: cross-conformal prediction, Vovk, Ann. Math. Artif. Intell. 74 (2015) 9–28
 */
export function crossValidate(
  start: LearningState,
  samples: readonly LabelledSample[],
  lessons: Lessons,
  level: number,
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
  const heads = evidenceWithoutFolds(lessons, foldOf).map((evidence) => ({ ...start.head, evidence }));
  const predictions = lessons.lessons.map(({ input }, i) => predictFromInput(heads[foldOf[i]], input));
  const scores = predictions.map((prediction, i) => conformityScore(prediction, samples[i].shearPercent));
  const conformal = heads.map((_, fold) =>
    withScores(
      start.conformal,
      scores.filter((_, i) => foldOf[i] !== fold),
    ),
  );
  const answers = predictions.map((prediction, i) => {
    const { lower, upper } = shearInterval(conformal[foldOf[i]], prediction, level);
    return { truth: samples[i].shearPercent, mean: prediction.mean, lower, upper };
  });
  const { count, groupedBy } = groups;
  return {
    crossValidation: { folds: FOLDS, groupedBy, groups: count, figures: evaluateAnswers(answers) },
    note: `${FOLDS} folds over ${count} groups, kept apart by ${groupedBy}.`,
  };
}

function evidenceWithoutFolds({ before, lessons }: Lessons, foldOf: readonly number[]): LabelEvidence[] {
  const ofFold = Array.from({ length: FOLDS }, (_, fold) =>
    addEvidence(
      emptyEvidence(before.moment.length),
      lessons.filter((_, i) => foldOf[i] === fold).map(({ item }) => item),
    ),
  );
  return ofFold.map((_, left) =>
    ofFold.reduce((sum, one, fold) => (fold === left ? sum : mergeEvidence(sum, one)), before),
  );
}

/** The newest scores that the window holds, after those the state has. */
function withScores(state: ConformalState, scores: readonly number[]): ConformalState {
  const laboratoryScores = Float64Array.from([...state.laboratoryScores, ...scores].slice(-state.windowSize));
  return { ...state, laboratoryScores };
}
