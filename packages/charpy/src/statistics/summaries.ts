/** Mean. @param values - not empty */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** Variance with n − 1 below. @param values - at least two */
export function variance(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - centre) ** 2;
  return sum / (values.length - 1);
}

/** Standard deviation with n − 1 below. @param values - at least two */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/** Quantile of a sample, interpolated.
 * @param sorted - ascending, not empty
 * @param probability - 0 to 1
 * @source Hyndman & Fan, Am. Stat. 50 (1996) 361–365, definition 6: (n + 1)·p, the one that gives a bootstrap its nominal coverage
 */
export function sortedQuantile(sorted: ArrayLike<number>, probability: number): number {
  const position = Math.min(Math.max((sorted.length + 1) * probability, 1), sorted.length) - 1;
  const below = Math.floor(position);
  const share = position - below;
  const low = sorted[below] as number;
  return share === 0 ? low : low + share * ((sorted[below + 1] as number) - low);
}

/** Middle value; the mean of the two middle ones for an even count. @param values - not empty, any order */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/** Median absolute deviation times 1.4826: for normal values the standard deviation, and outliers hardly move it.
 * @source Hampel, J. Am. Stat. Assoc. 69 (1974) 383–393
 */
export function robustDeviation(values: ArrayLike<number>): number {
  const centre = median(values);
  return 1.482602218505602 * median(Float64Array.from(values, (value) => Math.abs(value - centre)));
}
