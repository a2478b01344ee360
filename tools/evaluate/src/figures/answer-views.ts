import { answerShear, type EvaluatedAnswer, type LearningState } from '@mlmcsc/learning';
import { INTERVAL_LEVEL } from '../learning/product-curve.ts';
import type { PictureView, SpecimenView } from '../viewing/picture-view.ts';

/** The model's percent shear of a picture; null when it refuses. */
export function shearOf(model: LearningState, { status, features }: PictureView): number | null {
  if (status !== 'ok' || features === null) return null;
  return answerShear(model, Float64Array.from(features), INTERVAL_LEVEL).mean;
}

/** The model's answer to a picture with a specimen, next to the truth. */
export function answerView(model: LearningState, view: SpecimenView): EvaluatedAnswer {
  const { status, features, truth } = view;
  if (status !== 'ok' || features === null) return { truth, mean: null };
  const { mean, interval } = answerShear(model, Float64Array.from(features), INTERVAL_LEVEL);
  return { truth, mean, lower: interval.lower, upper: interval.upper };
}
