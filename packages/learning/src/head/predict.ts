import { inverseQuadraticForm } from '../matrix/cholesky.ts';
import { dotProduct } from '../matrix/packed-matrix.ts';
import { standardiseFeatures } from './feature-scaling.ts';
import type { FeatureVector } from './feature-set.ts';
import { areaIndexOf, indexOfFeature } from './feature-set.ts';
import type { HeadPosterior } from './head-posterior.ts';
import { posteriorOf } from './head-posterior.ts';
import type { LaboratoryHead } from './laboratory-head.ts';
import { relativeNoise } from './noise-shape.ts';

/** The head's answer for one specimen. */
export interface HeadPrediction {
  /** Percent shear, 0 to 100; both ends reachable. */
  readonly mean: number;
  /** The same before it was held inside 0 to 100. */
  readonly unboundedMean: number;
  /** Predictive variance of a label, points²: noise plus `modelVariance`. */
  readonly variance: number;
  /** The part of the variance that more labels would remove, points². Drives active learning. */
  readonly modelVariance: number;
}

/** Percent shear and its variance from a specimen's features.
 * @param features - in the order of the head's feature set, finite
 * @throws RangeError on a wrong length or a value that is not finite
 * @source Bishop (2006), eq. 3.58–3.59, noise scaled by {@link relativeNoise}
 */
export function predictShear(head: LaboratoryHead, features: FeatureVector): HeadPrediction {
  return predictFromInput(head, headInput(head, features));
}

/** A specimen as the regression sees it. */
export interface HeadInput {
  /** φ, see `standardiseFeatures`. */
  readonly standard: Float64Array;
  /** The map's percent shear. */
  readonly area: number;
  /** Noise variance relative to σ². */
  readonly relativeNoise: number;
}

/** Standardises once; an update needs it twice. */
export function headInput(head: LaboratoryHead, features: FeatureVector): HeadInput {
  const areaIndex = areaIndexOf(head.featureSet);
  const standard = standardiseFeatures(head.scaling, head.featureSet.names, features, areaIndex);
  const area = features[areaIndex];
  return { standard, area, relativeNoise: noiseOf(head, features, area) };
}

/** Noise variance relative to σ² of a specimen.
 * @throws RangeError when the noise shape asks for a feature that the set does not have */
export function noiseOf(
  { noiseShape, featureSet }: Pick<LaboratoryHead, 'noiseShape' | 'featureSet'>,
  features: FeatureVector,
  area: number,
): number {
  const { doubt } = noiseShape;
  if (doubt === undefined) return relativeNoise(noiseShape, area);
  return relativeNoise(noiseShape, area, features[indexOfFeature(featureSet, doubt.featureName)]);
}

/** {@link predictShear} for an input that is already standardised. */
export function predictFromInput(head: LaboratoryHead, input: HeadInput): HeadPrediction {
  return predictFromPosterior(posteriorOf(head), input);
}

/** {@link predictShear} for a posterior that no head object owns yet. */
export function predictFromPosterior(posterior: HeadPosterior, input: HeadInput): HeadPrediction {
  const { weights, factor, noiseVariance } = posterior;
  const unboundedMean = input.area + dotProduct(weights, input.standard);
  const modelVariance = noiseVariance * inverseQuadraticForm(factor, input.standard);
  return {
    mean: Math.min(100, Math.max(0, unboundedMean)),
    unboundedMean,
    variance: noiseVariance * input.relativeNoise + modelVariance,
    modelVariance,
  };
}
