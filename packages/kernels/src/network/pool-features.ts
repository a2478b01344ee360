/**
 * Mean of each feature plane, weighted by a mask at a finer resolution whose side is a whole multiple of the features'.
 * @param features - planar `channels × height × width`
 * @param mask - weights ≥ 0, rows of `maskWidth`; undefined or all zero: plain mean
 */
export function poolFeatures(
  features: Float32Array,
  size: { readonly channels: number; readonly height: number; readonly width: number },
  mask: Float32Array | undefined,
  maskWidth: number,
): Float32Array {
  const { channels, height, width } = size;
  const cells = height * width;
  const weight = new Float64Array(cells);
  let total = 0;
  if (mask !== undefined) {
    const scale = maskWidth / width;
    for (let i = 0; i < mask.length; i++) {
      const x = i % maskWidth;
      const y = (i - x) / maskWidth;
      weight[Math.floor(y / scale) * width + Math.floor(x / scale)] += mask[i];
      total += mask[i];
    }
  }
  if (!(total > 0)) {
    weight.fill(1);
    total = cells;
  }
  const pooled = new Float32Array(channels);
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    for (let i = 0; i < cells; i++) sum += weight[i] * features[c * cells + i];
    pooled[c] = sum / total;
  }
  return pooled;
}
