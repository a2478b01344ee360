import { requireVectors } from './require-vectors.ts';

/** How far descriptor vectors lie from the middle of a reference: one number a picture, for a control chart. */
export interface DescriptorDistances {
  /** Of the reference's own pictures, each as if it had not been in it. */
  readonly reference: readonly number[];
  /** Of later pictures. */
  readonly recent: readonly number[];
}

/** Root mean square of the standardised differences from the reference's mean; about 1 for pictures like it.
 * The mean was made from the reference's own pictures, which lie nearer to it by `1 − 1/n`; later ones lie farther by `1 + 1/n`. Both
 * are put right, else every reference would seem left behind.
 * @param reference - vectors of one length, at least two   @param recent - the same length, any number
 * @throws ParameterRangeError for fewer vectors, another length, or a value that is not finite
 */
export function descriptorDistances(
  reference: readonly Float64Array[],
  recent: readonly Float64Array[],
): DescriptorDistances {
  const length = reference[0]?.length ?? 0;
  requireVectors('reference', reference, 2, length);
  requireVectors('recent', recent, 0, length);
  const count = reference.length;
  const scales = Array.from(reference[0], (_, j) => {
    const centre = reference.reduce((sum, vector) => sum + vector[j], 0) / count;
    const power = reference.reduce((sum, vector) => sum + (vector[j] - centre) ** 2, 0) / (count - 1);
    return { centre, power };
  }).map((scale, j) => ({ ...scale, j }));
  const told = scales.filter(({ power }) => power > 0);
  const distance = (vector: Float64Array, own: number): number => {
    const sum = told.reduce((all, { centre, power, j }) => all + (vector[j] - centre) ** 2 / power, 0);
    return Math.sqrt(sum / own / Math.max(1, told.length));
  };
  return {
    reference: reference.map((vector) => distance(vector, 1 - 1 / count)),
    recent: recent.map((vector) => distance(vector, 1 + 1 / count)),
  };
}
