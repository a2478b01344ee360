/** Frozen standardisation of a feature vector: `clamp((x − centre) / scale, ±limit)`. */
export interface FeatureScaling {
  /** Length = number of features. */
  readonly centre: Float64Array;
  /** Length = number of features; positive. */
  readonly scale: Float64Array;
  /** Standardised values are held inside ±limit, so that one wild feature cannot extrapolate without bound. */
  readonly limit: number;
}
