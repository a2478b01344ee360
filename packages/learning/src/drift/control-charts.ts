/** How a chart went: one entry a point. */
export interface ChartRun {
  /** What the chart plots: the EWMA, or the CUSUM that is further out, downwards negative. */
  readonly track: readonly number[];
  /** Bound of `|track|`, the same unit. */
  readonly limit: number;
}

/** Exponentially weighted moving average of scores whose usual mean is 0.
 * @param limit - bound of the average itself, not in its deviations
 * @source Roberts, Technometrics 1 (1959) 239–250, doi:10.1080/00401706.1959.10489860
 */
export function ewmaChart(scores: readonly number[], weight: number, limit: number): ChartRun {
  let average = 0;
  const track = scores.map((score) => {
    average += weight * (score - average);
    return average;
  });
  return { track, limit };
}

/** Cumulative sums up and down of scores whose usual mean is 0; each starts anew at 0, never below.
 * @param slack - k: half of the shift that is looked for
 * @source Page, Biometrika 41 (1954) 100–115, doi:10.1093/biomet/41.1-2.100
 */
export function cusumChart(scores: readonly number[], slack: number, limit: number): ChartRun {
  let up = 0;
  let down = 0;
  const track = scores.map((score) => {
    up = Math.max(0, up + score - slack);
    down = Math.max(0, down - score - slack);
    return up >= down ? up : -down;
  });
  return { track, limit };
}

/** Where episodes begin, and whether the last one still lasts. One begins beyond the limit and ends below half of it: a chart that
 * wavers about its limit tells one thing, once. */
export function episodes({ track, limit }: ChartRun): { begins: number[]; isOut: boolean } {
  const begins: number[] = [];
  let isOut = false;
  track.forEach((plotted, at) => {
    if (!isOut && Math.abs(plotted) > limit) begins.push(at);
    isOut = Math.abs(plotted) > (isOut ? limit / 2 : limit);
  });
  return { begins, isOut };
}
