import type { FeatureVector } from './feature-set.ts';

/** Frozen standardisation of a feature vector: `clamp((x − centre) / scale, ±limit)`. */
export interface FeatureScaling {
  /** Length = number of features. */
  readonly centre: Float64Array;
  /** Length = number of features; positive. */
  readonly scale: Float64Array;
  /** Standardised values are held inside ±limit, so that one wild feature cannot extrapolate without bound. */
  readonly limit: number;
}

/** Beyond four deviations a feature says "strange picture", not "more of it". */
const DEFAULT_LIMIT = 4;

/** Mean and deviation of each feature; a constant feature gets scale 1 and so always reads 0.
 * @param vectors - at least two, same length, finite
 */
export function fitFeatureScaling(vectors: readonly FeatureVector[], limit = DEFAULT_LIMIT): FeatureScaling {
  if (vectors.length < 2) {
    throw new RangeError(`feature scaling needs at least 2 specimens, got ${vectors.length}`);
  }
  const length = vectors[0].length;
  const centre = new Float64Array(length);
  const scale = new Float64Array(length);
  for (const vector of vectors) {
    for (let i = 0; i < length; i++) centre[i] += vector[i] / vectors.length;
  }
  for (const vector of vectors) {
    for (let i = 0; i < length; i++) scale[i] += (vector[i] - centre[i]) ** 2 / (vectors.length - 1);
  }
  for (let i = 0; i < length; i++) {
    const deviation = Math.sqrt(scale[i]);
    // Rounding leaves a constant feature a deviation of some ulps: relative test.
    scale[i] = deviation > 1e-9 * Math.max(1, Math.abs(centre[i])) ? deviation : 1;
  }
  return { centre, scale, limit };
}

/** The regression's input φ: a leading 1, then the standardised features.
 * @returns Float64Array, length = features + 1
 * @throws RangeError on a wrong length or a value that is not finite, naming the feature
 */
export function standardiseFeatures(
  scaling: FeatureScaling,
  names: readonly string[],
  features: FeatureVector,
): Float64Array {
  const { centre, scale, limit } = scaling;
  if (features.length !== centre.length) {
    throw new RangeError(
      `features has ${features.length} values, the head was made for ${centre.length}; extract them with the model's feature set`,
    );
  }
  const standard = new Float64Array(features.length + 1);
  standard[0] = 1;
  for (let i = 0; i < features.length; i++) {
    const value = (features[i] - centre[i]) / scale[i];
    if (!Number.isFinite(value)) {
      throw new RangeError(`feature "${names[i]}" is ${features[i]}; a finite number is needed`);
    }
    standard[i + 1] = Math.min(limit, Math.max(-limit, value));
  }
  return standard;
}
