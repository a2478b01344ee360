/** Continuous ranked probability score of a Gaussian forecast, in the unit of the answer; smaller is better. It is the mean
 * absolute error generalised to distributions: it rewards being right and knowing how right.
 * @param deviation - standard deviation of the forecast, positive
 * @source Gneiting & Raftery, JASA 102 (2007) 359–378, section 4.2
 */
export function gaussianCrps(mean: number, deviation: number, truth: number): number {
  const z = (truth - mean) / deviation;
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return deviation * (z * (2 * normalDistribution(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}

/** Φ(z), absolute error below 1.5e-7.
 * @source Abramowitz & Stegun, Handbook of Mathematical Functions, eq. 7.1.26
 */
function normalDistribution(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const upper = 0.5 * polynomial * Math.exp(-x * x);
  return z >= 0 ? 1 - upper : upper;
}
