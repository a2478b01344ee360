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

/** Beyond three deviations a feature says "strange picture", not "more of it". */
const DEFAULT_LIMIT = 3;

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

/** Entries of φ before the standardised features: the constant and two curves of the map's area. */
export const leadingInputs = 3;

/** Length d of the regression's input for a number of features. */
export function inputDimension(features: number): number {
  return leadingInputs + features;
}

/** The regression's input φ: 1, `4u(1−u)`, `12u(1−u)(1−2u)` with u the map's area as a share, then the standardised features.
 * A map that is too timid or too bold errs most in the middle or at the quarters and not at the shelves: the two curves
 * have that form and vanish at 0 and 100 %.
 * @param areaIndex - place of the map's percent shear in the vector
 * @returns Float64Array, length {@link inputDimension}
 * @throws RangeError on a wrong length or a value that is not finite, naming the feature
 */
export function standardiseFeatures(
  scaling: FeatureScaling,
  names: readonly string[],
  features: FeatureVector,
  areaIndex: number,
): Float64Array {
  const { centre, scale, limit } = scaling;
  if (features.length !== centre.length) {
    throw new RangeError(
      `features has ${features.length} values, the head was made for ${centre.length}; extract them with the model's feature set`,
    );
  }
  const input = new Float64Array(inputDimension(features.length));
  const share = Math.min(1, Math.max(0, features[areaIndex] / 100));
  input[0] = 1;
  input[1] = 4 * share * (1 - share);
  input[2] = 12 * share * (1 - share) * (1 - 2 * share);
  for (let i = 0; i < features.length; i++) {
    const value = (features[i] - centre[i]) / scale[i];
    if (!Number.isFinite(value)) {
      throw new RangeError(`feature "${names[i]}" is ${features[i]}; a finite number is needed`);
    }
    input[leadingInputs + i] = Math.min(limit, Math.max(-limit, value));
  }
  return input;
}
