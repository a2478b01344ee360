import { packedLength } from '../matrix/packed-matrix.ts';
import type { FeatureScaling } from './feature-scaling.ts';
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
  /** Packed lower triangle by rows, dimension d = 1 + number of features (the first is the constant). */
  readonly precision: Float64Array;
  /** η = Λ·m, length d. */
  readonly shift: Float64Array;
  /** Expected noise variance, points². */
  readonly noiseVariance: number;
  /** How many labels that expectation is worth. */
  readonly noiseWeight: number;
}

/** Bayesian linear regression from features to percent shear, on top of the map's area.
 * `answer = clamp(area + φ(x)·w, 0, 100)`; immutable: an update returns a new head.
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

/** Settings of a head that starts from the belief "the answer is the map's area". */
export interface CreateHeadOptions {
  readonly featureSet: FeatureSet;
  readonly scaling: FeatureScaling;
  /** @default the same noise everywhere */
  readonly noiseShape?: NoiseShape;
  /** How far the features together may plausibly move the answer, points (one deviation). @default 5 */
  readonly featureDeviation?: number;
  /** How far a laboratory's constant offset may plausibly be off, points (one deviation). @default 4 */
  readonly offsetDeviation?: number;
  /** Expected scatter of a label about the answer, points. @default 5 */
  readonly noiseDeviation?: number;
  /** How many labels that expectation is worth. @default 10 */
  readonly noiseWeight?: number;
}

/** A head without labels whose answer is the map's area.
 * @throws RangeError for an inconsistent feature set or a deviation that is not positive
 */
export function createHead(options: CreateHeadOptions): LaboratoryHead {
  const { featureSet, scaling, noiseShape = flatNoise } = options;
  const { featureDeviation = 5, offsetDeviation = 4, noiseDeviation = 5, noiseWeight = 10 } = options;
  checkFeatureSet(featureSet);
  for (const [name, value] of Object.entries({
    featureDeviation,
    offsetDeviation,
    noiseDeviation,
    noiseWeight,
  })) {
    if (!(value > 0)) throw new RangeError(`${name} must be positive, got ${value}`);
  }
  const features = featureSet.names.length;
  const dimension = features + 1;
  const noiseVariance = noiseDeviation ** 2;
  const precision = new Float64Array(packedLength(dimension));
  for (let i = 0, at = 0; i < dimension; i++, at += i + 1) {
    precision[at] =
      i === 0 ? noiseVariance / offsetDeviation ** 2 : (features * noiseVariance) / featureDeviation ** 2;
  }
  return {
    featureSet,
    scaling,
    noiseShape,
    prior: { precision, shift: new Float64Array(dimension), noiseVariance, noiseWeight },
    evidence: emptyEvidence(dimension),
  };
}
