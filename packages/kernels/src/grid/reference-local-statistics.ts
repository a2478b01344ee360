import type { LocalStatistics } from './local-statistics.ts';

/** `localStatistics` in plain TypeScript: what the kernel must equal bit by bit. */
export function referenceLocalStatistics(
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
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * stride;
    const bottom = Math.min(height, y + radius + 1) * stride;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const [a, b, c, d] = [top + left, top + right, bottom + left, bottom + right];
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
  for (let y = 0; y < height; y++) {
    let w = 0;
    let s = 0;
    let q = 0;
    for (let x = 0; x < width; x++) {
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
