import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { pipelineVersionWith } from '@mlmcsc/core/measure';
import {
  encodeModel,
  type LearningEvaluation,
  learnFromLabels,
  type StrategyName,
  strategyOf,
} from '@mlmcsc/learning';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { answeredSamples, measureLabelledFiles } from '../labels/measure-labelled-files.ts';
import { type LoadedModel, loadModel } from '../model/load-model.ts';
import { teachableModel, withPlugInRecord } from '../plug-ins/backbone-model.ts';
import type { PlugInOptions } from '../plug-ins/load-plug-ins.ts';
import { evaluationJson } from '../report/evaluation-json.ts';
import { evaluationText } from '../report/evaluation-text.ts';

export interface LearnOptions extends PlugInOptions {
  readonly images: string;
  readonly out: string;
  readonly from?: string;
  readonly strategy: StrategyName;
  readonly json?: boolean;
}

/** The level that the evaluation's intervals are made for. */
const INTERVAL_LEVEL = 0.9;

/** `mlmcsc learn`: a new model from labelled pictures, with an honest evaluation. @returns the exit code */
export async function learn(table: string, options: LearnOptions): Promise<number> {
  const loaded = await loadModel(options.from, options);
  const { samples, unreadable } = await measureLabelledFiles(table, options.images, loaded);
  const answered = answeredSamples(samples);
  const parent = teachableModel(loaded, answered);
  if (answered.length === 0)
    throw new CommandFailure('No labelled picture has a face that can be measured; nothing was learned.');
  const { model, evaluation } = learnFromLabels({
    model: parent.model,
    samples: answered,
    strategy: strategyOf(options.strategy),
    level: INTERVAL_LEVEL,
    parentDigest: parent.digest,
  });
  const bytes = encodeModel(withPlugInRecord(model, parent.plugIns));
  await replaceFile(options.out, bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const left = samples.length - answered.length;
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(learningJson({ version: model.version, digest }, parent, evaluation, left, options))}\n`
      : `${learningText({ version: model.version, digest }, evaluation, left, options)}\n`,
  );
  return unreadable.length > 0 ? exitCodes.unreadableFiles : exitCodes.ok;
}

interface ModelIdentity {
  readonly version: string;
  readonly digest: string;
}

function learningText(
  model: ModelIdentity,
  evaluation: LearningEvaluation,
  left: number,
  options: LearnOptions,
): string {
  const { before, prequential, crossValidation, crossValidationNote } = evaluation;
  const tested =
    crossValidation === null
      ? [crossValidationNote]
      : [
          `After, each ${crossValidation.groupedBy} answered by a model that never saw it (${crossValidation.folds} folds):`,
          evaluationText(crossValidation.figures, INTERVAL_LEVEL),
        ];
  return [
    `Learned ${evaluation.labels} labels (${options.strategy}), ${left} left out for want of an answer.`,
    '',
    'Before, all labels answered by the model it started from:',
    evaluationText(before, INTERVAL_LEVEL),
    '',
    'On the way, each label answered before it was learned:',
    evaluationText(prequential, INTERVAL_LEVEL),
    '',
    ...tested,
    '',
    `${options.out}: ${model.version} (${model.digest.slice(0, 12)})`,
  ].join('\n');
}

function learningJson(
  model: ModelIdentity,
  parent: LoadedModel,
  evaluation: LearningEvaluation,
  left: number,
  options: LearnOptions,
) {
  const { crossValidation } = evaluation;
  return {
    model: { file: options.out, version: model.version, digest: model.digest },
    parent: { version: parent.version, digest: parent.digest },
    pipeline_version: pipelineVersionWith(parent.plugIns.files),
    strategy: options.strategy,
    learned: evaluation.labels,
    left_out: left,
    before: evaluationJson(evaluation.before, INTERVAL_LEVEL),
    test_then_train: evaluationJson(evaluation.prequential, INTERVAL_LEVEL),
    cross_validation:
      crossValidation === null
        ? null
        : {
            folds: crossValidation.folds,
            grouped_by: crossValidation.groupedBy,
            ...evaluationJson(crossValidation.figures, INTERVAL_LEVEL),
          },
  };
}

/** Writes beside the file and renames: a reader sees the old file or the new one, never half of one. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${path}.${process.pid}.new`;
  try {
    await writeFile(fresh, bytes, { flush: true });
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
