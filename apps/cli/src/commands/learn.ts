import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { pipelineVersionWith } from '@mlmcsc/core/measure';
import { type LabelledReading, type RefinedSurface, refineSurface } from '@mlmcsc/core/refine';
import {
  encodeModel,
  evaluateModel,
  type JsonObject,
  type LabelledSample,
  type LearningEvaluation,
  learnFromLabels,
  type Model,
  type StrategyName,
  strategyOf,
} from '@mlmcsc/learning';
import { CommandFailure, exitCodes } from '../console/command-failure.ts';
import { answeredSamples, measureLabelledFiles } from '../labels/measure-labelled-files.ts';
import { type LoadedModel, loadModel } from '../model/load-model.ts';
import { teachableModel, withPlugInRecord } from '../plug-ins/backbone-model.ts';
import type { PlugInOptions } from '../plug-ins/plug-ins-of.ts';
import { type LearningReport, learningJson, learningText } from '../report/learning-report.ts';

export interface LearnOptions extends PlugInOptions {
  readonly images: string;
  readonly out: string;
  readonly from?: string;
  readonly strategy: StrategyName;
  /** Only the head learns; the map stays as it is. */
  readonly keepMap?: boolean;
  readonly json?: boolean;
}

/** The level that the evaluation's intervals are made for. */
const INTERVAL_LEVEL = 0.9;

/** `mlmcsc learn`: a new model from labelled pictures, with an honest evaluation. @returns the exit code */
export async function learn(table: string, options: LearnOptions): Promise<number> {
  const loaded = await loadModel(options.from, options);
  const { samples, readings, unreadable } = await measureLabelledFiles(table, options.images, loaded, {
    closely: options.keepMap !== true,
  });
  const answered = answeredSamples(samples);
  const parent = teachableModel(loaded, answered);
  const map = refineMap(parent, readings, options);
  if (answered.length === 0 && map?.isKept !== true) throw nothingLearned(map);
  const learned = learnAll(parent, answered, map, options);
  const bytes = encodeModel(withPlugInRecord(learned.model, parent.plugIns));
  await replaceFile(options.out, bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const report: LearningReport = {
    model: { file: options.out, version: learned.model.version, digest },
    parent: { ...parent, pipelineVersion: pipelineVersionWith(parent.plugIns.files) },
    strategy: options.strategy,
    evaluation: learned.evaluation,
    map,
    left: samples.length - answered.length,
    level: INTERVAL_LEVEL,
  };
  process.stdout.write(
    options.json === true ? `${JSON.stringify(learningJson(report))}\n` : `${learningText(report)}\n`,
  );
  return unreadable.length > 0 ? exitCodes.unreadableFiles : exitCodes.ok;
}

/** null when the map is to stay as it is, or nothing could be read. */
function refineMap(
  parent: LoadedModel,
  pictures: readonly LabelledReading[],
  { strategy }: LearnOptions,
): RefinedSurface | null {
  if (pictures.length === 0) return null;
  return refineSurface({ model: parent.model, pictures, strategy: strategyOf(strategy) });
}

function nothingLearned(map: RefinedSurface | null): CommandFailure {
  return new CommandFailure(
    map === null
      ? 'No labelled picture has a face that can be measured; nothing was learned.'
      : `There are no percent labels, and nothing was learned. ${map.reason}`,
  );
}

/** The percent labels, on top of the moved map where that was kept. */
function learnAll(
  parent: LoadedModel,
  answered: readonly LabelledSample[],
  map: RefinedSurface | null,
  { strategy }: LearnOptions,
): { readonly model: Model; readonly evaluation: LearningEvaluation | null } {
  const moved = map?.isKept === true ? map : null;
  const start = moved?.model ?? parent.model;
  const refinement: JsonObject = moved === null ? {} : { refinement: refinementJson(moved) };
  if (answered.length === 0) {
    const metrics = refinement;
    return {
      model: { ...start, version: `${start.version}+map`, parents: [parent.digest], metrics },
      evaluation: null,
    };
  }
  const { model, evaluation } = learnFromLabels({
    model: start,
    samples: moved?.samples ?? answered,
    strategy: strategyOf(strategy),
    level: INTERVAL_LEVEL,
    parentDigest: parent.digest,
  });
  return {
    model: { ...model, metrics: { ...model.metrics, ...refinement } },
    evaluation: { ...evaluation, before: evaluateModel(parent.model, answered, INTERVAL_LEVEL).figures },
  };
}

function refinementJson({ fit, paintedPictures, paintedCells }: RefinedSurface): JsonObject {
  return {
    paintedPictures,
    paintedCells,
    ...(fit === null
      ? {}
      : { judgedBy: fit.judgedBy, groupedBy: fit.groupedBy, before: fit.before, after: fit.after }),
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
