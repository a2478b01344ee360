import { ParameterRangeError } from '@mlmcsc/charpy';
import { chiSquareQuantile, fisherCdf, mean } from '@mlmcsc/charpy/statistics';
import {
  type AgreementResult,
  type IntervalEstimate,
  refuse,
  requireConfidence,
  requireFinite,
} from './agreement-result.ts';

/** A line of the table of the analysis of variance. */
export interface VarianceLine {
  readonly degreesOfFreedom: number;
  readonly sumOfSquares: number;
  readonly meanSquare: number;
}

/** A part of the total variation. */
export interface VariationComponent {
  readonly variance: number;
  readonly standardDeviation: number;
  /** Share of the total variance, percent; the shares of repeatability, reproducibility and specimens add up to 100. */
  readonly contributionPercent: number;
  /** Share of the total standard deviation, percent; these do not add up. */
  readonly studyPercent: number;
}

/** Gauge repeatability and reproducibility. */
export interface GaugeStudy {
  readonly specimenCount: number;
  readonly readerCount: number;
  readonly repeats: number;
  readonly table: Readonly<
    Record<'specimens' | 'readers' | 'interaction' | 'repeats' | 'total', VarianceLine>
  >;
  /** F of the interaction against the repeats; null where repeats do not scatter at all. */
  readonly interactionRatio: number | null;
  readonly interactionProbability: number;
  /** The interaction is no more than scatter and counts as repeatability. */
  readonly isInteractionPooled: boolean;
  /** One reader, one specimen, again: equipment variation (EV). */
  readonly repeatability: VariationComponent;
  /** Readers and their interaction with specimens: appraiser variation (AV), with the interaction where it is not pooled. */
  readonly reproducibility: VariationComponent;
  /** Repeatability and reproducibility together (GRR). */
  readonly gauge: VariationComponent;
  /** Between specimens: part variation (PV). */
  readonly specimens: VariationComponent;
  readonly total: VariationComponent;
  /** Classes of specimens that can be told apart, `1.41·PV/GRR`, cut to a whole number and at least 1; null without gauge variation. */
  readonly distinctCategories: number | null;
  /** Standard deviation of repeatability with its exact χ² interval. */
  readonly repeatabilityInterval: IntervalEstimate;
  readonly confidence: number;
}

export interface GaugeStudyOptions {
  /** The interaction is pooled with the repeats above this probability. @default 0.25 */
  readonly poolAbove?: number;
  /** @default 0.95 */
  readonly confidence?: number;
}

/** Gauge R&R by analysis of variance, crossed design, specimens and readers both random.
 * @param cells - specimens × readers × repeats, complete, the same number of repeats (at least two) in every cell
 * @throws ParameterRangeError for cells that differ in size or hold something that is not finite, or options out of range
 * @source AIAG, Measurement Systems Analysis, 4th ed. (2010), chapter III section B, analysis of variance method (worked example:
 * 10 parts, 3 appraisers, 3 trials); without the factor 6, which cancels in every percentage
 */
export function gaugeStudy(
  cells: readonly (readonly (readonly number[])[])[],
  { poolAbove = 0.25, confidence = 0.95 }: GaugeStudyOptions = {},
): AgreementResult<GaugeStudy> {
  requireConfidence(confidence);
  if (!(poolAbove >= 0 && poolAbove <= 1)) {
    throw new ParameterRangeError('poolAbove', `must be from 0 to 1, got ${poolAbove}`);
  }
  const n = cells.length;
  const k = cells[0]?.length ?? 0;
  const r = cells[0]?.[0]?.length ?? 0;
  if (n < 2) return refuse('too-few-specimens', `${n} complete specimens; a gauge study needs at least 2.`);
  if (k < 2) return refuse('too-few-readers', `${k} readers; reproducibility needs at least 2.`);
  if (r < 2) return refuse('no-repeats', 'Repeatability needs every reader to read every specimen twice.');
  requireEqualCells(cells, k, r);

  const cellMeans = cells.map((row) => row.map((cell) => mean(cell)));
  const specimenMeans = cellMeans.map((row) => mean(row));
  const readerMeans = Array.from({ length: k }, (_, j) => mean(cellMeans.map((row) => row[j])));
  const centre = mean(specimenMeans);
  let [ofInteraction, ofRepeats, ofTotal] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) {
      ofInteraction += r * (cellMeans[i][j] - specimenMeans[i] - readerMeans[j] + centre) ** 2;
      for (const value of cells[i][j]) {
        ofRepeats += (value - cellMeans[i][j]) ** 2;
        ofTotal += (value - centre) ** 2;
      }
    }
  }
  if (ofTotal === 0) return refuse('no-spread', 'All readings are the same: choose specimens that differ.');
  const squaresOf = (means: readonly number[]) => means.reduce((sum, one) => sum + (one - centre) ** 2, 0);
  const specimens = line(n - 1, k * r * squaresOf(specimenMeans));
  const readers = line(k - 1, n * r * squaresOf(readerMeans));
  const interaction = line((n - 1) * (k - 1), ofInteraction);
  const repeats = line(n * k * (r - 1), ofRepeats);

  const interactionRatio = repeats.meanSquare > 0 ? interaction.meanSquare / repeats.meanSquare : null;
  const interactionProbability =
    interactionRatio === null
      ? Number(interaction.meanSquare === 0)
      : 1 - fisherCdf(interactionRatio, interaction.degreesOfFreedom, repeats.degreesOfFreedom);
  const isInteractionPooled = interactionProbability > poolAbove;
  const error = isInteractionPooled
    ? line(
        interaction.degreesOfFreedom + repeats.degreesOfFreedom,
        interaction.sumOfSquares + repeats.sumOfSquares,
      )
    : repeats;
  const below = isInteractionPooled ? error.meanSquare : interaction.meanSquare;
  const positive = (variance: number) => Math.max(0, variance);
  const betweenReaders = positive((readers.meanSquare - below) / (n * r));
  const readersBySpecimens = isInteractionPooled ? 0 : positive((below - error.meanSquare) / r);
  const betweenSpecimens = positive((specimens.meanSquare - below) / (k * r));
  const reproducibility = betweenReaders + readersBySpecimens;
  const gauge = error.meanSquare + reproducibility;
  const total = gauge + betweenSpecimens;
  const component = (variance: number): VariationComponent => ({
    variance,
    standardDeviation: Math.sqrt(variance),
    contributionPercent: (100 * variance) / total,
    studyPercent: 100 * Math.sqrt(variance / total),
  });
  const tail = (1 - confidence) / 2;
  const deviation = (probability: number) =>
    Math.sqrt(error.sumOfSquares / chiSquareQuantile(probability, error.degreesOfFreedom));
  return {
    ok: true,
    specimenCount: n,
    readerCount: k,
    repeats: r,
    table: { specimens, readers, interaction, repeats, total: line(n * k * r - 1, ofTotal) },
    interactionRatio,
    interactionProbability,
    isInteractionPooled,
    repeatability: component(error.meanSquare),
    reproducibility: component(reproducibility),
    gauge: component(gauge),
    specimens: component(betweenSpecimens),
    total: component(total),
    distinctCategories:
      gauge === 0 ? null : Math.max(1, Math.floor(1.41 * Math.sqrt(betweenSpecimens / gauge))),
    repeatabilityInterval: {
      value: Math.sqrt(error.meanSquare),
      lower: deviation(1 - tail),
      upper: deviation(tail),
    },
    confidence,
  };
}

function line(degreesOfFreedom: number, sumOfSquares: number): VarianceLine {
  return { degreesOfFreedom, sumOfSquares, meanSquare: sumOfSquares / degreesOfFreedom };
}

function requireEqualCells(
  cells: readonly (readonly (readonly number[])[])[],
  readers: number,
  repeats: number,
): void {
  cells.forEach((row, i) => {
    if (row.length !== readers) {
      throw new ParameterRangeError(`cells[${i}]`, `must hold ${readers} readers, got ${row.length}`);
    }
    row.forEach((cell, j) => {
      if (cell.length !== repeats) {
        throw new ParameterRangeError(
          `cells[${i}][${j}]`,
          `must hold ${repeats} readings, got ${cell.length}; a crossed study is complete`,
        );
      }
      cell.forEach((value, l) => {
        requireFinite(`cells[${i}][${j}][${l}]`, value);
      });
    });
  });
}
