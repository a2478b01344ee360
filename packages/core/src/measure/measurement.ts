import type {
  CanonicalPose,
  FaceFinding,
  NotchSide,
  PhotometricMeasures,
  QualityFlag,
  ShearMap,
} from '@mlmcsc/vision';

/** `ok` = measured; `no-face` = refused, nothing to measure; `poor` = a face, but unfit to be measured. */
export type MeasurementStatus = 'ok' | 'no-face' | 'poor';

/** What was seen of one photograph: the slow part, which labels can later be learned from without the picture. */
export interface Extraction {
  readonly status: MeasurementStatus;
  /** Why there is no number: a sentence for the technician; null when `ok`. */
  readonly reason: string | null;
  readonly face: FaceFinding | null;
  readonly map: ShearMap | null;
  /** Where the map lies in the photograph. */
  readonly pose: CanonicalPose | null;
  readonly flags: readonly QualityFlag[];
  /** Acceptance probability of the best candidate, 0 to 1. */
  readonly detectionConfidence: number;
  /** What the light and the lens did; null without a face. */
  readonly photometry: PhotometricMeasures | null;
  /** In the order of `DESCRIPTOR_NAMES`; null without a face. */
  readonly descriptors: Float64Array | null;
  /** In the order of the model's feature set; null without a face. */
  readonly features: Float64Array | null;
  readonly featureSetVersion: string;
  readonly pipelineVersion: string;
}

/** The head's answer to a feature vector. */
export interface ShearPrediction {
  /** Percent shear, 0 to 100, unrounded. */
  readonly shearPercent: number;
  readonly lower: number;
  readonly upper: number;
  /** Wanted coverage of the interval, 0 to 1. */
  readonly intervalLevel: number;
  /** Predictive standard deviation, points. */
  readonly standardDeviation: number;
  /** The part of it that more labels would remove, points: what active learning ranks by. */
  readonly modelStandardDeviation: number;
}

/** The full answer to one photograph; every number is null where there is no answer. */
export interface Measurement extends Extraction {
  readonly shearPercent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly intervalLevel: number;
  readonly standardDeviation: number | null;
  readonly modelStandardDeviation: number | null;
  /** x, y, width, height in pixels of the photograph. */
  readonly bbox: readonly [number, number, number, number] | null;
  /** Measured deformed outline, pixels, clockwise. */
  readonly outline: readonly (readonly [number, number])[] | null;
  readonly notchSide: NotchSide | null;
  readonly pxPerMm: number | null;
}
