/** Derivative of a map's percent shear by what the last layer of the surface network adds up.
 *
 * A cell's logit is `w . f + b`; moving `w` and `b` the same way for all cells of a block moves the percent shear
 * `100 (1 - sum m p / sum m)` by `-100 sum m p (1 - p) f / sum m` per unit. A head that is linear in these numbers is therefore the
 * last layer re-taught by percent labels alone, to first order; where the map is sure of itself they vanish.
 * @param features - what the last layer reads, planar `channels` x blocks
 * @param planes - cleavage probabilities as the network gives them, `outputs` planes of blocks
 * @param weights - cover of the face, shaped as `planes`
 * @returns one number a feature, then that of the bias; points of percent shear a unit
 * @source A. Jacot et al., "Neural tangent kernel", NeurIPS 2018 (here of the last layer only) */
export function tangentFeatures(
  features: Float32Array,
  channels: number,
  planes: Float32Array,
  weights: Float32Array,
): Float64Array {
  const blocks = features.length / channels;
  if (planes.length !== weights.length || planes.length % blocks !== 0) {
    throw new RangeError(
      `planes ${planes.length}, weights ${weights.length}: both need a whole multiple of ${blocks} values`,
    );
  }
  const slope = new Float64Array(blocks);
  let area = 0;
  for (let i = 0; i < planes.length; i += 1) {
    const p = planes[i];
    slope[i % blocks] += weights[i] * p * (1 - p);
    area += weights[i];
  }
  const tangents = new Float64Array(channels + 1);
  if (area === 0) return tangents;
  for (let c = 0; c <= channels; c += 1) {
    let sum = 0;
    for (let i = 0; i < blocks; i += 1) sum += slope[i] * (c < channels ? features[c * blocks + i] : 1);
    tangents[c] = (-100 * sum) / area;
  }
  return tangents;
}
