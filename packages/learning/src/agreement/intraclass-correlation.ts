import { fisherQuantile } from '@mlmcsc/charpy/statistics';
import {
  type AgreementResult,
  type IntervalEstimate,
  refuse,
  requireConfidence,
} from './agreement-result.ts';
import { type TwoWayMeanSquares, twoWayMeanSquares } from './two-way-variance.ts';

/** Intraclass correlations of a single reading. */
export interface IntraclassCorrelation {
  /** ICC(2,1), also called ICC(A,1): absolute agreement, readers drawn from many. A constant difference between readers lowers it. */
  readonly agreement: IntervalEstimate;
  /** ICC(3,1), also called ICC(C,1): consistency of exactly these readers. A constant difference does not count. */
  readonly consistency: IntervalEstimate;
  readonly meanSquares: TwoWayMeanSquares;
  readonly confidence: number;
}

/** Below this share of the mean squares a variance is what adding up left over. */
const ROUNDING = 1e-12;

export interface IntraclassCorrelationOptions {
  /** @default 0.95 */
  readonly confidence?: number;
}

/** How much of the variance of single readings is due to the specimens.
 * @param table - specimens × readers, one reading in each cell, in any unit
 * @returns both correlations with intervals; a refusal with fewer than two specimens or readers, or without any spread
 * @throws ParameterRangeError for a ragged table, a reading that is not finite, or an odd confidence
 * @source Shrout & Fleiss, Psychol. Bull. 86 (1979) 420–428 (worked example: 6 targets, 4 judges); intervals as in McGraw & Wong,
 * Psychol. Methods 1 (1996) 30–46, table 7, cases ICC(A,1) and ICC(C,1)
 */
export function intraclassCorrelation(
  table: readonly (readonly number[])[],
  { confidence = 0.95 }: IntraclassCorrelationOptions = {},
): AgreementResult<IntraclassCorrelation> {
  requireConfidence(confidence);
  if (table.length < 2) {
    return refuse('too-few-specimens', `${table.length} specimens read by everybody; at least 2 are needed.`);
  }
  if (table[0].length < 2) {
    return refuse('too-few-readers', 'A correlation between readers needs at least 2 readers.');
  }
  const meanSquares = twoWayMeanSquares(table);
  // Zero also where two readers of two specimens contradict one another exactly.
  if (!(totalVariance(meanSquares) > ROUNDING * (meanSquares.specimens + meanSquares.within))) {
    return refuse('no-spread', 'The specimens do not differ in their mean readings: choose some that do.');
  }
  const upperTail = 1 - (1 - confidence) / 2;
  return {
    ok: true,
    agreement: absoluteAgreement(meanSquares, upperTail),
    consistency: consistency(meanSquares, upperTail),
    meanSquares,
    confidence,
  };
}

function consistency(squares: TwoWayMeanSquares, upperTail: number): IntervalEstimate {
  const { specimenCount: n, readerCount: k, specimens, residual } = squares;
  if (residual === 0) return { value: 1, lower: 1, upper: 1 };
  const degrees = (n - 1) * (k - 1);
  const ratio = specimens / residual;
  const correlation = (f: number) => (f - 1) / (f + k - 1);
  return {
    value: correlation(ratio),
    lower: correlation(ratio / fisherQuantile(upperTail, n - 1, degrees)),
    upper: correlation(ratio * fisherQuantile(upperTail, degrees, n - 1)),
  };
}

function absoluteAgreement(squares: TwoWayMeanSquares, upperTail: number): IntervalEstimate {
  const { specimenCount: n, readerCount: k, specimens, readers, residual } = squares;
  const value = (specimens - residual) / totalVariance(squares);
  if (residual === 0 && readers === 0) return { value: 1, lower: 1, upper: 1 };
  const rest = k * readers + (k * n - k - n) * residual;
  const degrees = satterthwaiteDegrees(squares, value);
  const low = fisherQuantile(upperTail, n - 1, degrees);
  const high = fisherQuantile(upperTail, degrees, n - 1);
  return {
    value,
    lower: (n * (specimens - low * residual)) / (low * rest + n * specimens),
    upper: (n * (high * specimens - residual)) / (rest + n * high * specimens),
  };
}

/** k times the variance of a single reading, of any reader. */
function totalVariance({
  specimenCount: n,
  readerCount: k,
  specimens,
  readers,
  residual,
}: TwoWayMeanSquares): number {
  return specimens + (k - 1) * residual + (k * (readers - residual)) / n;
}

/** Degrees of freedom of the sum of reader and residual variance. */
function satterthwaiteDegrees(squares: TwoWayMeanSquares, correlation: number): number {
  const { specimenCount: n, readerCount: k, readers, residual } = squares;
  const a = (k * correlation) / (n * (1 - correlation));
  const b = 1 + (k * correlation * (n - 1)) / (n * (1 - correlation));
  const numerator = (a * readers + b * residual) ** 2;
  const denominator = (a * readers) ** 2 / (k - 1) + (b * residual) ** 2 / ((n - 1) * (k - 1));
  return denominator > 0 ? numerator / denominator : (n - 1) * (k - 1);
}
