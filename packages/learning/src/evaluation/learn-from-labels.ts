import { defaultIntervalLevel } from '../artefact/answer.ts';
import type { Model } from '../artefact/model.ts';
import type { LabelledSample } from '../head/labelled-sample.ts';
import { predictShear } from '../head/predict.ts';
import type { UpdateStrategy } from '../head/strategy.ts';
import type { TechnicianWeights } from '../head/technician-weights.ts';
import { evaluateAnswers } from '../metrics/evaluate-answers.ts';
import { estimateTechnicians, technicianWeightsOf } from '../technicians/estimate-technicians.ts';
import type { TechnicianStatistics } from '../technicians/technician-statistics.ts';
import { crossValidate } from './cross-validate.ts';
import { evaluateModel } from './evaluate-model.ts';
import type { LearningCurvePoint, LearningEvaluation, PrequentialRecord } from './evaluation-report.ts';
import { runPrequentially } from './prequential-run.ts';
import { versionAfterLabels } from './version-label.ts';

/** What to learn from, and how. */
export interface LearnFromLabelsOptions {
  readonly model: Model;
  /** In the order in which they were given; test-then-train follows it. */
  readonly samples: readonly LabelledSample[];
  readonly strategy: UpdateStrategy;
  /** Wanted coverage of the intervals. @default 0.9 */
  readonly level?: number;
  /** Trust in technicians already known. @default estimated from these samples when they name enough readings */
  readonly technicianWeights?: TechnicianWeights;
  /** Digest of `model`, recorded as the new model's parent. @default none is recorded */
  readonly parentDigest?: string;
  /** Name of the new version. @default the old one with the number of labels learned, for instance `default-2026.11+3` */
  readonly version?: string;
  /** Cross-validation factorises five more times; a queue that learns each label at once turns it off. @default true */
  readonly crossValidate?: boolean;
  /** Told after every batch of labels; what it throws ends the learning. @param share - from 0 to 1 */
  readonly onProgress?: (share: number) => void;
}

/** A new model and honest figures of how it was made. */
export interface LearnedModel {
  readonly model: Model;
  readonly evaluation: LearningEvaluation;
  readonly technicians: readonly TechnicianStatistics[];
}

/** Learns labels into a new model; the networks are untouched. Same model, samples and options: same bits.
 * @throws RangeError for no samples, unfit features or a label outside 0–100
 */
export function learnFromLabels(options: LearnFromLabelsOptions): LearnedModel {
  const { model, samples, strategy, level = defaultIntervalLevel } = options;
  if (samples.length === 0) throw new RangeError('samples is empty; at least one label is needed to learn');
  const technicians = technicianStatistics(model, samples);
  const weights = options.technicianWeights ?? technicianWeightsOf(technicians);
  const { state, records, lessons } = runPrequentially(model, samples, strategy, level, weights, {
    // Cross-validation and the figures are about a tenth of the time.
    onProgress: (share) => options.onProgress?.(0.9 * share),
  });
  options.onProgress?.(0.9);
  const { crossValidation, note } =
    (options.crossValidate ?? true)
      ? crossValidate(model, samples, lessons, level)
      : { crossValidation: null, note: 'No cross-validation: not asked for.' };
  const evaluation: LearningEvaluation = {
    labels: samples.length,
    before: evaluateModel(model, samples, level).figures,
    prequential: evaluateAnswers(records),
    records,
    curve: learningCurve(records),
    crossValidation,
    crossValidationNote: note,
  };
  return { model: learnedModel(options, state, evaluation), evaluation, technicians };
}

function learnedModel(
  { model, strategy, version, parentDigest }: LearnFromLabelsOptions,
  state: Pick<Model, 'head' | 'conformal'>,
  evaluation: LearningEvaluation,
): Model {
  return {
    ...model,
    ...state,
    version: version ?? versionAfterLabels(model.version, evaluation.labels),
    parents: parentDigest === undefined ? [] : [parentDigest],
    metrics: {
      strategy: { ...strategy, robustness: strategy.robustness === null ? null : { ...strategy.robustness } },
      labels: evaluation.labels,
      testThenTrain: { ...evaluation.prequential, bands: bandsAsJson(evaluation.prequential.bands) },
    },
  };
}

function bandsAsJson(bands: LearningEvaluation['prequential']['bands']) {
  return Object.fromEntries(Object.entries(bands).map(([name, figures]) => [name, { ...figures }]));
}

/** Fewer readings than this say nothing about a reader. */
const MINIMUM_READINGS = 8;

/** Statistics from the starting model's residuals, when two or more technicians are named often enough. */
function technicianStatistics(model: Model, samples: readonly LabelledSample[]): TechnicianStatistics[] {
  const readings = samples.flatMap((sample, index) => {
    if (sample.technician === undefined) return [];
    const { mean, modelVariance } = predictShear(model.head, sample.features);
    return [
      {
        technician: sample.technician,
        specimen: sample.specimen ?? `sample ${index}`,
        shearPercent: sample.shearPercent,
        modelMean: mean,
        modelVariance,
      },
    ];
  });
  const statistics = estimateTechnicians(readings).filter((one) => one.readings >= MINIMUM_READINGS);
  return statistics.length < 2 ? [] : statistics;
}

const CURVE_POINTS = 10;

/** Mean absolute error in up to ten equal stretches of the test-then-train run. */
function learningCurve(records: readonly PrequentialRecord[]): LearningCurvePoint[] {
  const length = Math.max(5, Math.ceil(records.length / CURVE_POINTS));
  const points: LearningCurvePoint[] = [];
  for (let from = 0; from < records.length; from += length) {
    const stretch = records.slice(from, from + length);
    const sum = stretch.reduce((total, record) => total + Math.abs(record.mean - record.truth), 0);
    points.push({
      fromLabels: stretch[0].labelsBefore,
      toLabels: stretch.at(-1)!.labelsBefore,
      meanAbsoluteError: sum / stretch.length,
    });
  }
  return points;
}
