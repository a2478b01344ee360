import { mean } from '@mlmcsc/charpy/statistics';
import { type AgreementResult, refuse, requireConfidence } from './agreement-result.ts';
import { type GaugeStudy, gaugeStudy } from './gauge-study.ts';
import { type IntraclassCorrelation, intraclassCorrelation } from './intraclass-correlation.ts';
import { type Iso5725Precision, iso5725Precision } from './iso5725-precision.ts';
import { type KrippendorffAlpha, krippendorffAlpha } from './krippendorff-alpha.ts';
import { type LimitsOfAgreement, limitsOfAgreement } from './limits-of-agreement.ts';
import { type ReaderReading, type ReadingTable, tabulateReadings } from './reader-reading.ts';

/** A reader's mean of one specimen beside the mean of all others': a point of the Bland–Altman plot. */
export interface ReaderPoint {
  readonly specimen: string;
  readonly own: number;
  /** Mean of the other readers' means. */
  readonly others: number;
}

/** One reader against the others. */
export interface ReaderComparison {
  readonly reader: string;
  readonly readings: number;
  readonly points: readonly ReaderPoint[];
  /** Bias (own − others) with its interval, and limits of agreement. */
  readonly limits: AgreementResult<LimitsOfAgreement>;
}

/** Everything that is known about the agreement of readers. */
export interface ReaderAgreement {
  readonly specimens: readonly string[];
  readonly readers: readonly string[];
  readonly readingCount: number;
  readonly confidence: number;
  readonly perReader: readonly ReaderComparison[];
  /** Of each reader's first reading, over the specimens that everybody has read. */
  readonly intraclass: AgreementResult<IntraclassCorrelation>;
  /** Over the specimens that everybody has read the same number of times. */
  readonly gauge: AgreementResult<GaugeStudy>;
  readonly precision: AgreementResult<Iso5725Precision>;
  /** Of each reader's first reading. */
  readonly alphaInterval: AgreementResult<KrippendorffAlpha>;
  readonly alphaOrdinal: AgreementResult<KrippendorffAlpha>;
}

export interface CompareReadersOptions {
  /** Of every interval. @default 0.95 */
  readonly confidence?: number;
}

/** Compares readers by every statistic of this folder. The model is one more reader.
 * @param readings - in any order; readers need not have read the same specimens
 * @returns each statistic or the reason why these readings give none
 * @throws ParameterRangeError for a percentage outside 0 to 100, a repeat that is no whole number from 1, or a reading given twice
 */
export function compareReaders(
  readings: readonly ReaderReading[],
  { confidence = 0.95 }: CompareReadersOptions = {},
): ReaderAgreement {
  requireConfidence(confidence);
  const table = tabulateReadings(readings);
  const complete = table.cells.filter((row) => row.every((cell) => cell.length > 0));
  const firstReadings = table.cells.map((row) => row.map((cell) => cell[0] ?? null));
  return {
    specimens: table.specimens,
    readers: table.readers,
    readingCount: readings.length,
    confidence,
    perReader: table.readers.map((_, j) => compareReader(table, j, confidence)),
    intraclass: intraclassCorrelation(
      complete.map((row) => row.map((cell) => cell[0])),
      { confidence },
    ),
    gauge: gaugeOf(complete, confidence),
    precision: iso5725Precision(table.cells),
    alphaInterval: krippendorffAlpha(firstReadings, 'interval'),
    alphaOrdinal: krippendorffAlpha(firstReadings, 'ordinal'),
  };
}

function compareReader(
  { specimens, readers, cells }: ReadingTable,
  j: number,
  confidence: number,
): ReaderComparison {
  const points: ReaderPoint[] = [];
  cells.forEach((row, i) => {
    const others = row.filter((cell, other) => other !== j && cell.length > 0).map((cell) => mean(cell));
    if (row[j].length === 0 || others.length === 0) return;
    points.push({ specimen: specimens[i], own: mean(row[j]), others: mean(others) });
  });
  const pairs = points.map(({ own, others }) => ({ first: own, second: others }));
  return {
    reader: readers[j],
    readings: cells.reduce((sum, row) => sum + row[j].length, 0),
    points,
    limits: limitsOfAgreement(pairs, { confidence }),
  };
}

/** The number of repeats that keeps the most readings; a specimen with fewer is left out, repeats beyond it are too. */
function gaugeOf(
  complete: readonly (readonly (readonly number[])[])[],
  confidence: number,
): AgreementResult<GaugeStudy> {
  const repeatsOf = complete.map((row) => Math.min(...row.map((cell) => cell.length)));
  let [best, kept] = [1, 0];
  for (const repeats of new Set(repeatsOf)) {
    const used = repeats * repeatsOf.filter((count) => count >= repeats).length;
    if (repeats > 1 && (used > kept || (used === kept && repeats > best))) [best, kept] = [repeats, used];
  }
  if (best === 1 && complete.length > 1) {
    return refuse('no-repeats', 'Repeatability needs every reader to read every specimen twice.');
  }
  const cells = complete
    .filter((_, i) => repeatsOf[i] >= best)
    .map((row) => row.map((cell) => cell.slice(0, best)));
  return gaugeStudy(cells, { confidence });
}
