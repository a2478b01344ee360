import { normalCdf, normalQuantile } from './distributions.ts';

/** Result of the test. */
export interface ShapiroWilk {
  readonly w: number;
  /** Probability of a W this small from normal values. */
  readonly pValue: number;
}

/** Coefficients in ascending powers, as printed. */
const C1 = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const C2 = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
const C3 = [0.544, -0.39978, 0.025054, -0.0006714];
const C4 = [1.3822, -0.77857, 0.062767, -0.0020322];
const C5 = [-1.5861, -0.31082, -0.083751, 0.0038915];
const C6 = [-0.4803, -0.082676, 0.0030302];

/** Test of normality.
 * @param values - 3 to 5000, any order
 * @returns null when there are too few or too many values, or all are the same
 * @source Royston, Appl. Stat. 44 (1995) 547–551, algorithm AS R94
 */
export function shapiroWilk(values: ArrayLike<number>): ShapiroWilk | null {
  const n = values.length;
  if (n < 3 || n > 5000) return null;
  const sorted = Float64Array.from(values).sort();
  if (!((sorted[n - 1] as number) - (sorted[0] as number) > 0)) return null;
  const weights = shapiroWeights(n);
  const centre = sorted.reduce((total, value) => total + value, 0) / n;
  let numerator = 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const value = (sorted[i] as number) - centre;
    numerator += (weights[i] as number) * value;
    total += value * value;
  }
  const w = Math.min(1, numerator ** 2 / total);
  return { w, pValue: pValueOf(w, n) };
}

function shapiroWeights(n: number): Float64Array {
  const weights = new Float64Array(n);
  if (n === 3) {
    weights[0] = -Math.SQRT1_2;
    weights[2] = Math.SQRT1_2;
    return weights;
  }
  const scores = Float64Array.from({ length: n }, (_, i) => normalQuantile((i + 1 - 0.375) / (n + 0.25)));
  const sum = scores.reduce((total, score) => total + score * score, 0);
  const root = 1 / Math.sqrt(n);
  const last = scores[n - 1] as number;
  const second = scores[n - 2] as number;
  const aLast = polynomial(C1, root) + last / Math.sqrt(sum);
  const aSecond = polynomial(C2, root) + second / Math.sqrt(sum);
  const outer = n > 5 ? 2 : 1;
  const rest =
    outer === 2
      ? (sum - 2 * last ** 2 - 2 * second ** 2) / (1 - 2 * aLast ** 2 - 2 * aSecond ** 2)
      : (sum - 2 * last ** 2) / (1 - 2 * aLast ** 2);
  for (let i = outer; i < n - outer; i++) weights[i] = (scores[i] as number) / Math.sqrt(rest);
  weights[n - 1] = aLast;
  weights[0] = -aLast;
  if (outer === 2) {
    weights[n - 2] = aSecond;
    weights[1] = -aSecond;
  }
  return weights;
}

function pValueOf(w: number, n: number): number {
  if (n === 3) {
    const p = (6 / Math.PI) * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75)));
    return Math.min(1, Math.max(0, p));
  }
  const y = Math.log(1 - w);
  if (n <= 11) {
    const gamma = -2.273 + 0.459 * n;
    if (y >= gamma) return 0;
    return 1 - normalCdf((-Math.log(gamma - y) - polynomial(C3, n)) / Math.exp(polynomial(C4, n)));
  }
  const logN = Math.log(n);
  return 1 - normalCdf((y - polynomial(C5, logN)) / Math.exp(polynomial(C6, logN)));
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
