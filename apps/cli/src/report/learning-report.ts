import type { RefinedSurface } from '@mlmcsc/core/refine';
import type { LearningEvaluation, StrategyName } from '@mlmcsc/learning';
import { evaluationJson } from './evaluation-json.ts';
import { evaluationText } from './evaluation-text.ts';

interface ModelIdentity {
  readonly version: string;
  readonly digest: string;
}

/** What one run of `mlmcsc learn` did. */
export interface LearningReport {
  readonly model: ModelIdentity & { readonly file: string };
  /** With the version of everything between picture and features. */
  readonly parent: ModelIdentity & { readonly pipelineVersion: string };
  readonly strategy: StrategyName;
  /** null when there was no percent label. */
  readonly evaluation: LearningEvaluation | null;
  readonly map: RefinedSurface | null;
  /** Percent labels without an answer. */
  readonly left: number;
  /** The level that the evaluation's intervals are made for, 0 to 1. */
  readonly level: number;
}

/** For people. */
export function learningText(report: LearningReport): string {
  const { model, evaluation, map } = report;
  return [
    ...mapText(map),
    ...(evaluation === null ? ['No percent labels: the head is as it was.'] : headText(evaluation, report)),
    '',
    `${model.file}: ${model.version} (${model.digest.slice(0, 12)})`,
  ].join('\n');
}

function mapText(map: RefinedSurface | null): string[] {
  if (map === null) return [];
  const painted =
    map.paintedPictures === 0
      ? []
      : [`Painted: ${map.paintedPictures} pictures, ${map.paintedCells} cells of the map.`];
  return [...painted, map.reason, ''];
}

function headText(
  { labels, before, prequential, crossValidation, crossValidationNote }: LearningEvaluation,
  { left, level, strategy }: LearningReport,
): string[] {
  const tested =
    crossValidation === null
      ? [crossValidationNote]
      : [
          `After, each ${crossValidation.groupedBy} answered by a model that never saw it (${crossValidation.folds} folds):`,
          evaluationText(crossValidation.figures, level),
        ];
  return [
    `Learned ${labels} labels (${strategy}), ${left} left out for want of an answer.`,
    '',
    'Before, all labels answered by the model it started from:',
    evaluationText(before, level),
    '',
    'On the way, each label answered before it was learned:',
    evaluationText(prequential, level),
    '',
    ...tested,
  ];
}

/** For programs; documented in docs/reference/cli.md. */
export function learningJson({ model, parent, strategy, evaluation, map, left, level }: LearningReport) {
  return {
    model: { file: model.file, version: model.version, digest: model.digest },
    parent: { version: parent.version, digest: parent.digest },
    pipeline_version: parent.pipelineVersion,
    strategy,
    learned: evaluation?.labels ?? 0,
    left_out: left,
    map: map === null ? null : mapJson(map),
    ...(evaluation === null
      ? { before: null, test_then_train: null, cross_validation: null }
      : headJson(evaluation, level)),
  };
}

function mapJson({ isKept, reason, fit, paintedPictures, paintedCells }: RefinedSurface) {
  return {
    moved: isKept,
    reason,
    painted_pictures: paintedPictures,
    painted_cells: paintedCells,
    left_out:
      fit === null
        ? null
        : { judged_by: fit.judgedBy, grouped_by: fit.groupedBy, before: fit.before, after: fit.after },
  };
}

function headJson({ before, prequential, crossValidation }: LearningEvaluation, level: number) {
  return {
    before: evaluationJson(before, level),
    test_then_train: evaluationJson(prequential, level),
    cross_validation:
      crossValidation === null
        ? null
        : {
            folds: crossValidation.folds,
            grouped_by: crossValidation.groupedBy,
            ...evaluationJson(crossValidation.figures, level),
          },
  };
}
