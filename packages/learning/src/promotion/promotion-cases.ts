import type { Model } from '../artefact/model.ts';
import type { EvaluationSample } from '../evaluation/evaluate-model.ts';
import { evaluateModel } from '../evaluation/evaluate-model.ts';
import type { PrequentialRecord } from '../evaluation/evaluation-report.ts';
import type { EvaluatedAnswer } from '../metrics/evaluation-figures.ts';
import type { PromotionCase } from './promotion-case.ts';

/** Gold specimens answered by both models from the same features (only their heads differ). */
export function goldCases(
  champion: Model,
  candidate: Model,
  gold: readonly EvaluationSample[],
): PromotionCase[] {
  return pairAnswers(evaluateModel(champion, gold).answers, evaluateModel(candidate, gold).answers);
}

/** Recent labels: the frozen champion's answers beside the test-then-train answers from which the candidate came.
 * @param samples - exactly those, in order, that the candidate learned
 * @param records - the candidate's `evaluation.records`
 */
export function windowCases(
  champion: Model,
  samples: readonly EvaluationSample[],
  records: readonly PrequentialRecord[],
): PromotionCase[] {
  return pairAnswers(evaluateModel(champion, samples).answers, records);
}

/** Pairs two lists of answers to the same specimens.
 * @throws RangeError when lengths or truths differ
 */
export function pairAnswers(
  champion: readonly EvaluatedAnswer[],
  candidate: readonly EvaluatedAnswer[],
): PromotionCase[] {
  if (champion.length !== candidate.length) {
    throw new RangeError(
      `champion answered ${champion.length} specimens, candidate ${candidate.length}; both must answer the same`,
    );
  }
  return champion.map((answer, i) => {
    if (answer.truth !== candidate[i].truth) {
      throw new RangeError(
        `specimen ${i} has label ${answer.truth} for the champion and ${candidate[i].truth} for the candidate; give both the same specimens in the same order`,
      );
    }
    return { truth: answer.truth, champion: withoutTruth(answer), candidate: withoutTruth(candidate[i]) };
  });
}

function withoutTruth({ mean, lower, upper }: EvaluatedAnswer): Omit<EvaluatedAnswer, 'truth'> {
  return lower === undefined || upper === undefined ? { mean } : { mean, lower, upper };
}
