import { incompleteBeta, incompleteGamma, upperIncompleteGamma } from './special-functions.ts';

/** Standard normal distribution function. */
export function normalCdf(z: number): number {
  const tail = 0.5 * upperIncompleteGamma(0.5, (z * z) / 2);
  return z > 0 ? 1 - tail : tail;
}

/** Quantile of the standard normal distribution.
 * @param probability - above 0 and below 1
 * @source Inversion of `normalCdf`: Hastings' start (Abramowitz and Stegun 26.2.23), two Halley steps; about 15 digits
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1))
    return probability === 0 ? -Infinity : probability === 1 ? Infinity : NaN;
  const tail = Math.min(probability, 1 - probability);
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 2; step++) {
    const error = normalCdf(-z) - tail;
    const u = error * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z += u / (1 - (z * u) / 2);
  }
  return probability < 0.5 ? -z : z;
}

/** Distribution function of Student's t.
 * @param degrees - degrees of freedom, above 0, not necessarily whole
 */
export function studentCdf(t: number, degrees: number): number {
  const tail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/** Quantile of Student's t. @param probability - above 0 and below 1 */
export function studentQuantile(probability: number, degrees: number): number {
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees);
  return quantileOf((t) => studentCdf(t, degrees), probability);
}

/** Distribution function of Fisher's F.
 * @param numerator - degrees of freedom, above 0, not necessarily whole; `denominator` likewise
 */
export function fisherCdf(f: number, numerator: number, denominator: number): number {
  if (f <= 0) return 0;
  return incompleteBeta((numerator * f) / (numerator * f + denominator), numerator / 2, denominator / 2);
}

/** Quantile of Fisher's F. @param probability - 0 or more and below 1 */
export function fisherQuantile(probability: number, numerator: number, denominator: number): number {
  return quantileOf((f) => fisherCdf(f, numerator, denominator), probability);
}

/** Distribution function of χ². */
export function chiSquareCdf(x: number, degrees: number): number {
  return x <= 0 ? 0 : incompleteGamma(degrees / 2, x / 2);
}

/** Quantile of χ². @param probability - 0 or more and below 1 */
export function chiSquareQuantile(probability: number, degrees: number): number {
  return quantileOf((x) => chiSquareCdf(x, degrees), probability);
}

/** Inverts a distribution function on 0 … ∞ by bisection. */
function quantileOf(cdf: (x: number) => number, probability: number): number {
  if (probability <= 0) return 0;
  let high = 1;
  while (cdf(high) < probability && high < 1e300) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2;
    if (cdf(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
