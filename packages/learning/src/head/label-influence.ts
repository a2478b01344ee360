import type { HeadPrediction } from './predict.ts';
import type { Robustness } from './strategy.ts';

/** The weight k of a label in the sums, after its surprise.
 *
 * Student-t: `k·min(1, (ν+1)/(ν+z²))` with z the residual in predictive deviations; then k is cut until the answer for
 * the label's own specimen moves by at most `maximumShift`: with v the model variance in units of the noise variance the
 * move is `k·v·|r|/(1+k·v)`. The answer for any other specimen x moves by at most √(v(x)/v) times that (Cauchy–Schwarz).
 * @param weight - trust × precision of the label before surprise, ≥ 0
 * @param residual - label − unbounded answer, points
 * @param unitModelVariance - v = φᵀΛ⁻¹φ, dimensionless
 * @source Lange, Little & Taylor, JASA 84 (1989) 881–896, eq. 3 (t weights)
 */
export function surpriseWeight(
  weight: number,
  residual: number,
  prediction: HeadPrediction,
  unitModelVariance: number,
  robustness: Robustness,
): number {
  const { degreesOfFreedom, maximumShift } = robustness;
  const surprise = residual ** 2 / prediction.variance;
  const trusted = weight * Math.min(1, (degreesOfFreedom + 1) / (degreesOfFreedom + surprise));
  const excess = Math.abs(residual) - maximumShift;
  if (excess <= 0) return coarse(trusted);
  return coarse(Math.min(trusted, maximumShift / (unitModelVariance * excess)));
}

/** Twelve binary digits, rounded down. The last bits of a prediction depend on how the posterior was reached (by rotations or
 * by a new factorisation); those of the evidence must not, so that labels learned one by one or in one go leave the same bits.
 */
export function coarse(value: number): number {
  if (value === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 11);
  return unit * Math.floor(value / unit);
}
