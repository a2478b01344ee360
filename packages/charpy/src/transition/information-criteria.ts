import type { CurveFit } from './least-squares-fit.ts';
import type { InformationCriteria } from './transition-result.ts';

/** A perfect fit has no scatter to take a logarithm of; sums below this share of the values' own squares count as it. */
const LEAST_SCATTER = 1e-24;

/** @source Banks & Joyner, Appl. Math. Lett. 74 (2017) 33–45, and Schwarz, Ann. Stat. 6 (1978) 461–464, both with the variance counted as a
 * parameter, as NIST does; AICc: Hurvich & Tsai, Biometrika 76 (1989) 297–307
 */
export function criteriaOf(n: number, { sumOfSquares, freeCount }: CurveFit): InformationCriteria {
  const k = freeCount + 1;
  const deviance = n * Math.log(Math.max(sumOfSquares, LEAST_SCATTER) / n);
  const aic = 2 * k + deviance;
  return {
    aic,
    aicc: n - k - 1 > 0 ? aic + (2 * k * (k + 1)) / (n - k - 1) : null,
    bic: k * Math.log(n) + deviance,
  };
}
