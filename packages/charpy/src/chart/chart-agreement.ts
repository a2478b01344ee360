import { ParameterRangeError } from '../parameter-range-error.ts';
import type { TieRule } from '../rounding/round-to-step.ts';
import { chartClassDistance } from './chart-class.ts';

/** How far two readings agree on the chart: the same drawing, neighbours, or further apart. */
export type ChartAgreement = 'exact' | 'adjacent' | 'apart';

/** How far two percent shears agree on the chart.
 * @param first - 0 to 100
 * @param second - 0 to 100
 * @param ties - half-way between two drawings. @default 'even'
 * @throws RangeError outside 0–100
 */
export function chartAgreementOf(first: number, second: number, ties: TieRule = 'even'): ChartAgreement {
  const distance = chartClassDistance(first, second, ties);
  if (distance === 0) return 'exact';
  return distance === 1 ? 'adjacent' : 'apart';
}

/** Shares of agreement over many pairs of readings, 0 to 1. */
export interface ChartAgreementShares {
  readonly count: number;
  /** The same drawing. */
  readonly exact: number;
  /** The same drawing or a neighbour. */
  readonly withinOneClass: number;
}

/** Agreement of two readers, or of a reader and the truth, over a series.
 * @param first - percent shear, 0 to 100, not empty
 * @param second - the same specimens in the same order
 * @param ties - half-way between two drawings. @default 'even'
 * @throws RangeError when the series are empty, of different length, or outside 0–100
 */
export function chartAgreementShares(
  first: readonly number[],
  second: readonly number[],
  ties: TieRule = 'even',
): ChartAgreementShares {
  if (first.length === 0) throw new ParameterRangeError('first', 'must hold at least one reading, got none');
  if (second.length !== first.length) {
    throw new ParameterRangeError(
      'second',
      `must hold ${first.length} readings as first, got ${second.length}`,
    );
  }
  const agreements = first.map((reading, index) => chartAgreementOf(reading, second[index] as number, ties));
  const exact = agreements.filter((agreement) => agreement === 'exact').length;
  const apart = agreements.filter((agreement) => agreement === 'apart').length;
  const count = agreements.length;
  return { count, exact: exact / count, withinOneClass: (count - apart) / count };
}
