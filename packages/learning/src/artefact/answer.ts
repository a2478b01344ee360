import type { FeatureVector } from '../head/feature-set.ts';
import type { HeadPrediction } from '../head/predict.ts';
import { predictShear } from '../head/predict.ts';
import type { ShearInterval } from '../interval/conformal-interval.ts';
import { shearInterval } from '../interval/conformal-interval.ts';
import type { Model } from './model.ts';

/** A model's full answer from stored features. */
export interface ShearAnswer extends HeadPrediction {
  readonly interval: ShearInterval;
}

/** Interval level used wherever none is named. */
export const defaultIntervalLevel = 0.9;

/** Percent shear with its interval.
 * @param features - in the order of the model's feature set
 * @param level - wanted coverage of the interval, in (0, 1)
 */
export function answerShear(
  model: Pick<Model, 'head' | 'conformal'>,
  features: FeatureVector,
  level = defaultIntervalLevel,
): ShearAnswer {
  const prediction = predictShear(model.head, features);
  return { ...prediction, interval: shearInterval(model.conformal, prediction, level) };
}
