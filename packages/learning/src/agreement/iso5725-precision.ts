import { mean } from '@mlmcsc/charpy/statistics';
import { type AgreementResult, refuse, requireFinite } from './agreement-result.ts';

/** Precision at one level (one specimen). */
export interface LevelPrecision {
  /** Mean of all readings (m). */
  readonly mean: number;
  readonly readerCount: number;
  readonly readingCount: number;
  /** s_r². */
  readonly repeatabilityVariance: number;
  /** s_L², between readers, never negative. */
  readonly betweenReadersVariance: number;
  /** s_r and s_R. */
  readonly repeatabilityDeviation: number;
  readonly reproducibilityDeviation: number;
}

/** Repeatability and reproducibility of a method over several levels. */
export interface Iso5725Precision {
  /** By level, in the order given; null where a level has fewer than two readers or no repeat. */
  readonly levels: readonly (LevelPrecision | null)[];
  readonly repeatabilityDeviation: number;
  readonly reproducibilityDeviation: number;
  /** r and R: 2.8 standard deviations. Two readings differ by more in one case of twenty. */
  readonly repeatabilityLimit: number;
  readonly reproducibilityLimit: number;
}

/** ISO 5725-2's factor f·√2 with f = 1.96, rounded as the standard does (ISO 5725-6). */
const LIMIT_FACTOR = 2.8;

/** Repeatability and reproducibility standard deviations, readers in the place of laboratories.
 * @param levels - levels × readers × readings: a cell may be empty, and cells may differ in size
 * @returns by level, and pooled: mean variances weighted by degrees of freedom. The standard relates s to the level m instead; for
 * percent shear, where a reader's scatter is largest in the middle of the scale, the pooled figures describe this set of specimens.
 * @throws ParameterRangeError for a reading that is not finite
 * @source ISO 5725-2:2019, 7.4 (unequal cells: 7.4.5); worked example: annex B.1, sulphur in coal. Outlier tests (Cochran,
 * Grubbs) are left to the person: nothing is left out.
 */
export function iso5725Precision(
  levels: readonly (readonly (readonly number[])[])[],
): AgreementResult<Iso5725Precision> {
  levels.forEach((level, i) => {
    level.forEach((cell, j) => {
      cell.forEach((value, l) => {
        requireFinite(`levels[${i}][${j}][${l}]`, value);
      });
    });
  });
  const each = levels.map(precisionOfLevel);
  let [degrees, repeatability, readerDegrees, between] = [0, 0, 0, 0];
  for (const level of each) {
    if (level === null) continue;
    degrees += level.readingCount - level.readerCount;
    repeatability += level.repeatabilityVariance * (level.readingCount - level.readerCount);
    readerDegrees += level.readerCount - 1;
    between += level.betweenReadersVariance * (level.readerCount - 1);
  }
  if (degrees === 0) {
    return levels.some((level) => level.filter((cell) => cell.length > 0).length > 1)
      ? refuse('no-repeats', 'Repeatability needs specimens that a reader has read twice.')
      : refuse('too-few-readers', 'Reproducibility needs specimens that two readers have read.');
  }
  const within = repeatability / degrees;
  const repeatabilityDeviation = Math.sqrt(within);
  const reproducibilityDeviation = Math.sqrt(within + between / readerDegrees);
  return {
    ok: true,
    levels: each,
    repeatabilityDeviation,
    reproducibilityDeviation,
    repeatabilityLimit: LIMIT_FACTOR * repeatabilityDeviation,
    reproducibilityLimit: LIMIT_FACTOR * reproducibilityDeviation,
  };
}

function precisionOfLevel(level: readonly (readonly number[])[]): LevelPrecision | null {
  const cells = level.filter((cell) => cell.length > 0);
  const readerCount = cells.length;
  const readingCount = cells.reduce((sum, cell) => sum + cell.length, 0);
  if (readerCount < 2 || readingCount === readerCount) return null;
  const centre = mean(cells.flat());
  let [within, between, squaredSizes] = [0, 0, 0];
  for (const cell of cells) {
    const cellMean = mean(cell);
    for (const value of cell) within += (value - cellMean) ** 2;
    between += cell.length * (cellMean - centre) ** 2;
    squaredSizes += cell.length ** 2;
  }
  const repeatabilityVariance = within / (readingCount - readerCount);
  const typicalSize = (readingCount - squaredSizes / readingCount) / (readerCount - 1);
  const betweenReadersVariance = Math.max(
    0,
    (between / (readerCount - 1) - repeatabilityVariance) / typicalSize,
  );
  return {
    mean: centre,
    readerCount,
    readingCount,
    repeatabilityVariance,
    betweenReadersVariance,
    repeatabilityDeviation: Math.sqrt(repeatabilityVariance),
    reproducibilityDeviation: Math.sqrt(repeatabilityVariance + betweenReadersVariance),
  };
}
