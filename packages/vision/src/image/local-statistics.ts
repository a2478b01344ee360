/** Box mean and standard deviation around every pixel, counting only pixels in proportion to `weight`. */
export interface LocalStatistics {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Weighted local mean and standard deviation in a square window, by summed-area tables in double precision.
 * @param values - row-major `width * height`
 * @param weight - same shape, 0 = ignored
 * @param radius - window is `2 * radius + 1` pixels wide, cut at the border
 * @returns zeros where the window holds no weight */
export function localStatistics(
  values: Float32Array,
  weight: Float32Array,
  width: number,
  height: number,
  radius: number,
): LocalStatistics {
  const stride = width + 1;
  const tables = summedTables(values, weight, width, height);
  const mean = new Float32Array(width * height);
  const deviation = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - radius) * stride;
    const bottom = Math.min(height, y + radius + 1) * stride;
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const a = top + left;
      const b = top + right;
      const c = bottom + left;
      const d = bottom + right;
      const total = tables.weight[d] - tables.weight[b] - tables.weight[c] + tables.weight[a];
      if (total < 1e-6) continue;
      const m = (tables.sum[d] - tables.sum[b] - tables.sum[c] + tables.sum[a]) / total;
      const q = (tables.square[d] - tables.square[b] - tables.square[c] + tables.square[a]) / total;
      mean[y * width + x] = m;
      deviation[y * width + x] = Math.sqrt(Math.max(0, q - m * m));
    }
  }
  return { mean, deviation };
}

function summedTables(values: Float32Array, weight: Float32Array, width: number, height: number) {
  const stride = width + 1;
  const tables = {
    weight: new Float64Array(stride * (height + 1)),
    sum: new Float64Array(stride * (height + 1)),
    square: new Float64Array(stride * (height + 1)),
  };
  for (let y = 0; y < height; y += 1) {
    let w = 0;
    let s = 0;
    let q = 0;
    for (let x = 0; x < width; x += 1) {
      const share = weight[y * width + x];
      const value = values[y * width + x];
      w += share;
      s += share * value;
      q += share * value * value;
      const at = (y + 1) * stride + x + 1;
      tables.weight[at] = tables.weight[at - stride] + w;
      tables.sum[at] = tables.sum[at - stride] + s;
      tables.square[at] = tables.square[at - stride] + q;
    }
  }
  return tables;
}
