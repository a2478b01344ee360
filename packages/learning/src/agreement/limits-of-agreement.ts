import { mean, standardDeviation, studentQuantile } from '@mlmcsc/charpy/statistics';
import {
  type AgreementResult,
  type IntervalEstimate,
  refuse,
  requireConfidence,
  requireFinite,
} from './agreement-result.ts';

/** Two readings of one specimen. */
export interface ReadingPair {
  readonly first: number;
  readonly second: number;
}

/** Between which limits the differences `first − second` lie. */
export interface LimitsOfAgreement {
  readonly count: number;
  /** Mean difference. */
  readonly bias: IntervalEstimate;
  /** Standard deviation of the differences. */
  readonly standardDeviation: number;
  /** Bias minus and plus `multiplier` standard deviations, each with its own interval. */
  readonly lowerLimit: IntervalEstimate;
  readonly upperLimit: IntervalEstimate;
  readonly multiplier: number;
  readonly confidence: number;
}

export interface LimitsOfAgreementOptions {
  /** @default 0.95 */
  readonly confidence?: number;
  /** Standard deviations from the bias to a limit. The paper of 1986 rounds to 2. @default 1.96 */
  readonly multiplier?: number;
}

/** Bias and limits of agreement after Bland and Altman.
 * @param pairs - at least three, in the same unit; the differences are taken to be normal and not to depend on the level
 * @throws ParameterRangeError for a reading that is not finite, or an odd confidence
 * @source Bland & Altman, Lancet 327 (1986) 307–310 (worked example: peak expiratory flow, Wright and mini Wright meter); standard
 * errors `s/√n` of the bias and `√(3s²/n)` of a limit, Student's t with n − 1 degrees of freedom
 */
export function limitsOfAgreement(
  pairs: readonly ReadingPair[],
  { confidence = 0.95, multiplier = 1.96 }: LimitsOfAgreementOptions = {},
): AgreementResult<LimitsOfAgreement> {
  requireConfidence(confidence);
  pairs.forEach(({ first, second }, i) => {
    requireFinite(`pairs[${i}].first`, first);
    requireFinite(`pairs[${i}].second`, second);
  });
  const count = pairs.length;
  if (count < 3) {
    return refuse(
      'too-few-specimens',
      `${count} specimens read by both; limits of agreement need at least 3.`,
    );
  }
  const differences = pairs.map(({ first, second }) => first - second);
  const centre = mean(differences);
  const deviation = standardDeviation(differences);
  const t = studentQuantile(1 - (1 - confidence) / 2, count - 1);
  const around = (value: number, standardError: number): IntervalEstimate => ({
    value,
    lower: value - t * standardError,
    upper: value + t * standardError,
  });
  const limitError = Math.sqrt((3 * deviation ** 2) / count);
  return {
    ok: true,
    count,
    bias: around(centre, deviation / Math.sqrt(count)),
    standardDeviation: deviation,
    lowerLimit: around(centre - multiplier * deviation, limitError),
    upperLimit: around(centre + multiplier * deviation, limitError),
    multiplier,
    confidence,
  };
}
