const BINS = 1024;

/** Weighted percentiles of values in a known range, read from a 1024-bin histogram with interpolation inside the bin.
 * @param fractions - each 0 to 1
 * @param weight - same length as `values`; 0 = ignored
 * @returns one value per fraction, accurate to `(maximum - minimum) / 1024`; `minimum` when nothing has weight */
export function weightedPercentiles(
  values: Float32Array,
  weight: Float32Array,
  minimum: number,
  maximum: number,
  fractions: readonly number[],
): number[] {
  const histogram = new Float64Array(BINS);
  const scale = BINS / (maximum - minimum);
  const total = fillHistogram(histogram, values, weight, minimum, scale);
  return fractions.map((fraction) => {
    if (total === 0) return minimum;
    const wanted = fraction * total;
    let before = 0;
    let bin = 0;
    while (bin < BINS - 1 && before + histogram[bin] < wanted) {
      before += histogram[bin];
      bin += 1;
    }
    const inside = histogram[bin] === 0 ? 0 : Math.max(0, Math.min(1, (wanted - before) / histogram[bin]));
    return minimum + (bin + inside) / scale;
  });
}

/** Adds the weights up by value. @returns their sum */
function fillHistogram(
  histogram: Float64Array,
  values: Float32Array,
  weight: Float32Array,
  minimum: number,
  scale: number,
): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) {
    const share = weight[i];
    if (share === 0) continue;
    const place = (values[i] - minimum) * scale;
    const bin = place <= 0 ? 0 : place >= BINS - 1 ? BINS - 1 : place | 0;
    histogram[bin] += share;
    total += share;
  }
  return total;
}
