import { packedLength } from '../matrix/packed-matrix.ts';
import type { FeatureScaling } from './feature-scaling.ts';
import { inputDimension, leadingInputs } from './feature-scaling.ts';
import type { FeatureSet } from './feature-set.ts';
import { checkFeatureSet } from './feature-set.ts';
import type { LabelEvidence } from './label-evidence.ts';
import { emptyEvidence } from './label-evidence.ts';
import type { NoiseShape } from './noise-shape.ts';
import { flatNoise } from './noise-shape.ts';

/** What the head believed before it saw a label of this laboratory, in information form.
 * The weights have mean `precision⁻¹ · shift` and covariance `σ² · precision⁻¹`; σ² is inverse-gamma.
 */
export interface HeadPrior {
  /** Packed lower triangle by rows, dimension d = `inputDimension` of the features. */
  readonly precision: Float64Array;
  /** η = Λ·m, length d. */
  readonly shift: Float64Array;
  /** Expected noise variance, points². */
  readonly noiseVariance: number;
  /** How many labels that expectation is worth. */
  readonly noiseWeight: number;
}

/** Bayesian linear regression from features to percent shear, on top of the map's area.
 * `answer = clamp(area + φ·w, 0, 100)`, φ from `standardiseFeatures`; immutable: an update returns a new head.
 * @source Bishop, Pattern Recognition and Machine Learning (2006), eq. 3.50–3.59; Murphy, "Conjugate Bayesian
 * analysis of the Gaussian distribution" (2007), section 8, for the normal-inverse-gamma noise
 */
export interface LaboratoryHead {
  readonly featureSet: FeatureSet;
  readonly scaling: FeatureScaling;
  readonly noiseShape: NoiseShape;
  readonly prior: HeadPrior;
  /** Sufficient statistics of the labels learned here. */
  readonly evidence: LabelEvidence;
}

/** How far a laboratory may plausibly differ from the head it starts from. */
export interface PriorSpread {
  /** How far the features together may move the answer, points (one deviation). */
  readonly featureDeviation: number;
  /** How far the constant and the area's curves may move it, points (one deviation each). */
  readonly offsetDeviation: number;
  /** Expected scatter of a label about the answer, points. */
  readonly noiseDeviation: number;
  /** How many labels that expectation is worth. */
  readonly noiseWeight: number;
}

/** Careful values for a head that no data chose. */
export const defaultPriorSpread: PriorSpread = {
  featureDeviation: 5,
  offsetDeviation: 4,
  noiseDeviation: 5,
  noiseWeight: 10,
};

/** What a head starts from. */
export interface CreateHeadOptions {
  readonly featureSet: FeatureSet;
  readonly scaling: FeatureScaling;
  /** @default the same noise everywhere */
  readonly noiseShape?: NoiseShape;
  /** @default {@link defaultPriorSpread} */
  readonly spread?: PriorSpread;
  /** Prior mean of the weights, length d. @default zeros: the answer is the map's area */
  readonly weights?: Float64Array;
}

/** A head without labels. With zero weights its answer is the map's area, held inside 0–100.
 * @throws RangeError for an inconsistent feature set, a spread that is not positive or weights of the wrong length
 */
export function createHead(options: CreateHeadOptions): LaboratoryHead {
  const { featureSet, scaling, noiseShape = flatNoise, spread = defaultPriorSpread } = options;
  checkFeatureSet(featureSet);
  const features = featureSet.names.length;
  if (scaling.centre.length !== features || scaling.scale.length !== features) {
    throw new RangeError(`scaling is for ${scaling.centre.length} features, the set has ${features}`);
  }
  const dimension = inputDimension(features);
  const { weights = new Float64Array(dimension) } = options;
  if (weights.length !== dimension) {
    throw new RangeError(`weights must have ${dimension} values, got ${weights.length}`);
  }
  return {
    featureSet,
    scaling,
    noiseShape,
    prior: createPrior(weights, spread),
    evidence: emptyEvidence(dimension),
  };
}

/** A Gaussian about given weights, all independent. Standardised features share `featureDeviation²` equally.
 * @param weights - prior mean, length d
 */
export function createPrior(weights: Float64Array, spread: PriorSpread): HeadPrior {
  for (const [name, value] of Object.entries(spread)) {
    if (!(value > 0)) throw new RangeError(`${name} must be positive, got ${value}`);
  }
  const noiseVariance = spread.noiseDeviation ** 2;
  const features = weights.length - leadingInputs;
  const precision = new Float64Array(packedLength(weights.length));
  const shift = new Float64Array(weights.length);
  for (let i = 0, at = 0; i < weights.length; i++, at += i + 1) {
    precision[at] =
      i < leadingInputs
        ? noiseVariance / spread.offsetDeviation ** 2
        : (features * noiseVariance) / spread.featureDeviation ** 2;
    shift[i] = precision[at] * weights[i];
  }
  return { precision, shift, noiseVariance, noiseWeight: spread.noiseWeight };
}
