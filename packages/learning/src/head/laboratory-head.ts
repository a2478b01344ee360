import type { FeatureScaling } from './feature-scaling.ts';
import type { FeatureSet } from './feature-set.ts';
import type { LabelEvidence } from './label-evidence.ts';
import type { NoiseShape } from './noise-shape.ts';

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
 */
export interface LaboratoryHead {
  readonly featureSet: FeatureSet;
  readonly scaling: FeatureScaling;
  readonly noiseShape: NoiseShape;
  readonly prior: HeadPrior;
  /** Sufficient statistics of the labels learned here. */
  readonly evidence: LabelEvidence;
}

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
