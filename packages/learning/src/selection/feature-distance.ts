import { fitFeatureScaling } from '../head/feature-scaling.ts';
import type { FeatureVector } from '../head/feature-set.ts';

/** Root of the mean squared difference of the features.
 * @returns in deviations a feature when both were scaled by {@link scaleForSelection}; 0 for copies
 * @throws RangeError when the lengths differ
 */
export function featureDistance(a: FeatureVector, b: FeatureVector): number {
  if (a.length !== b.length) {
    throw new RangeError(`features have ${a.length} and ${b.length} values; compare one feature set only`);
  }
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += (a[i] - b[i]) ** 2;
  return a.length === 0 ? 0 : Math.sqrt(squares / a.length);
}

/** Features with mean 0 and deviation 1 over these vectors, held inside ±3, so that no unit and no wild value rules.
 * @param vectors - of one feature set, finite; fewer than two come back as they are
 */
export function scaleForSelection(vectors: readonly FeatureVector[]): FeatureVector[] {
  if (vectors.length < 2) return [...vectors];
  const { centre, scale, limit } = fitFeatureScaling(vectors);
  return vectors.map((vector) =>
    Float64Array.from(vector, (value, i) =>
      Math.min(limit, Math.max(-limit, (value - centre[i]) / scale[i])),
    ),
  );
}
