import { ParameterRangeError } from '@mlmcsc/charpy';
import { mean } from '@mlmcsc/charpy/statistics';
import { requireFinite } from './agreement-result.ts';

/** Mean squares of a complete table of specimens and readers, one reading in each cell. */
export interface TwoWayMeanSquares {
  readonly specimenCount: number;
  readonly readerCount: number;
  /** Between specimens (BMS). */
  readonly specimens: number;
  /** Between readers (JMS). */
  readonly readers: number;
  /** Residual (EMS). */
  readonly residual: number;
  /** Within specimens (WMS): readers and residual together. */
  readonly within: number;
}

/** Two-way analysis of variance without repeats.
 * @param table - specimens × readers, at least two of each, no cell empty
 * @throws ParameterRangeError for a table that is ragged, too small, or holds something that is not finite
 * @source Shrout & Fleiss, Psychol. Bull. 86 (1979) 420–428, table 3
 */
export function twoWayMeanSquares(table: readonly (readonly number[])[]): TwoWayMeanSquares {
  const specimenCount = table.length;
  const readerCount = table[0]?.length ?? 0;
  if (specimenCount < 2 || readerCount < 2) {
    throw new ParameterRangeError(
      'table',
      `must hold at least 2 specimens and 2 readers, got ${specimenCount} and ${readerCount}`,
    );
  }
  table.forEach((row, i) => {
    if (row.length !== readerCount) {
      throw new ParameterRangeError(`table[${i}]`, `must hold ${readerCount} readings, got ${row.length}`);
    }
    row.forEach((value, j) => {
      requireFinite(`table[${i}][${j}]`, value);
    });
  });
  const rowMeans = table.map((row) => mean(row));
  const columnMeans = Array.from({ length: readerCount }, (_, j) => mean(table.map((row) => row[j])));
  const centre = mean(rowMeans);
  const squares = (means: readonly number[]) => means.reduce((sum, one) => sum + (one - centre) ** 2, 0);
  const ofSpecimens = readerCount * squares(rowMeans);
  const ofReaders = specimenCount * squares(columnMeans);
  let ofResidual = 0;
  for (let i = 0; i < specimenCount; i++) {
    for (let j = 0; j < readerCount; j++) {
      ofResidual += (table[i][j] - rowMeans[i] - columnMeans[j] + centre) ** 2;
    }
  }
  return {
    specimenCount,
    readerCount,
    specimens: ofSpecimens / (specimenCount - 1),
    readers: ofReaders / (readerCount - 1),
    residual: ofResidual / ((specimenCount - 1) * (readerCount - 1)),
    within: (ofReaders + ofResidual) / (specimenCount * (readerCount - 1)),
  };
}
