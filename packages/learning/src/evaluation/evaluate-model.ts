import { answerShear, defaultIntervalLevel } from '../artefact/answer.ts';
import type { Model } from '../artefact/model.ts';
import type { LabelledSample } from '../head/labelled-sample.ts';
import { evaluateAnswers } from '../metrics/evaluate-answers.ts';
import type { EvaluatedAnswer, EvaluationFigures } from '../metrics/evaluation-figures.ts';

/** A sample to evaluate on; `features` null = the picture was refused. */
export type EvaluationSample = Omit<LabelledSample, 'features'> & {
  readonly features: LabelledSample['features'] | null;
};

/** A model's figures on a set it did not learn from. */
export interface EvaluationReport {
  readonly figures: EvaluationFigures;
  readonly level: number;
  /** In the order of the samples. */
  readonly answers: readonly EvaluatedAnswer[];
}

/** Answers every sample and computes the figures; nothing is learned.
 * @throws RangeError for unfit features or a label outside 0–100
 */
export function evaluateModel(
  model: Pick<Model, 'head' | 'conformal'>,
  samples: readonly EvaluationSample[],
  level = defaultIntervalLevel,
): EvaluationReport {
  const answers = samples.map(({ features, shearPercent }): EvaluatedAnswer => {
    if (features === null) return { truth: shearPercent, mean: null };
    const { mean, interval } = answerShear(model, features, level);
    return { truth: shearPercent, mean, lower: interval.lower, upper: interval.upper };
  });
  return { figures: evaluateAnswers(answers), level, answers };
}
