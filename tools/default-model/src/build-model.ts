import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PIPELINE_VERSION } from '@mlmcsc/core/measure';
import type { Model } from '@mlmcsc/learning';
import { acceptanceToJson } from '@mlmcsc/vision';
import { viewScenes } from './measure/view-scenes.ts';
import type { Options } from './options.ts';
import { type Evaluation, evaluateViews } from './report/evaluation.ts';
import type { ProgressLog } from './report/progress-log.ts';
import { renderMissing } from './scenes/render-missing.ts';
import { HELD_OUT_FAMILIES, type PlannedScene, planScenes, TRAINING_FAMILIES } from './scenes/scene-plan.ts';
import {
  calibrateAcceptance,
  calibrateHead,
  countHeadSamples,
  OPEN_ACCEPTANCE,
} from './stages/calibrate-stage.ts';
import { type NetworkName, networkStage } from './stages/network-stage.ts';
import { stageKey } from './stages/stage-key.ts';
import { LOCATOR_DEFINITION, SURFACE_DEFINITION } from './training/network-definitions.ts';

/** Label for people; learned versions append `+` and their number of labels. The digest tells runs apart. */
const MODEL_VERSION = 'default-2026.11';

/** Everything the model depends on. */
const SOURCES = [
  'packages/kernels/src',
  'packages/vision/src',
  'packages/learning/src',
  'packages/specimens/src',
  'packages/core/src/measure',
  'tools/default-model/src',
];

/** What `fitDefaultHead` needs. */
const MINIMUM_HEAD_SAMPLES = 50;

const sceneFolder = (cache: string): string =>
  join(cache, `scenes-${stageKey(['packages/specimens/src', 'tools/default-model/src/scenes'], {})}`);

/** Renders, trains and calibrates; finished stages are taken from the cache. The same options give the same bytes. */
export async function buildModel(options: Options, log: ProgressLog): Promise<Model> {
  const { size, seed, cache, threads } = options;
  const folder = sceneFolder(cache);
  const train = planScenes('train', size.trainScenes, seed, size.scale);
  const faces = planScenes('faces', size.trainFaces, seed, size.scale);
  const calibrate = planScenes('calibrate', size.calibrateScenes, seed, size.scale);
  await render(options, [...train, ...faces], log);
  const trained = async (name: NetworkName, scenes: readonly PlannedScene[], steps: number) =>
    networkStage(
      cache,
      { name, sceneFolder: folder, scenes, steps, batch: size.batch, seed },
      log.training(name),
    );
  const [locatorWeights, surfaceWeights] = await Promise.all([
    trained('locator', train, size.locatorSteps),
    trained('surface', [...train, ...faces], size.surfaceSteps),
    render(options, calibrate, log),
  ]);
  const networks = {
    locator: { definition: LOCATOR_DEFINITION, weights: locatorWeights },
    surface: { definition: SURFACE_DEFINITION, weights: surfaceWeights },
  };
  const view = (outlines: 'found' | 'true') =>
    viewScenes({
      eyes: { ...networks, acceptance: acceptanceToJson(OPEN_ACCEPTANCE) },
      sceneFolder: folder,
      scenes: calibrate,
      outlines,
      threads,
      onProgress: log.counting(`measure calibration pictures, ${outlines} outlines`),
    });
  const views = await view('found');
  // A locator of a tiny run finds next to nothing; its head learns from the true outlines, so that the path can be tried.
  const headViews = async () => (countHeadSamples(views) < MINIMUM_HEAD_SAMPLES ? view('true') : views);
  const acceptance = calibrateAcceptance(views);
  const fit = calibrateHead(calibrate, await headViews());
  return {
    version: MODEL_VERSION,
    pipelineVersion: PIPELINE_VERSION,
    parents: [],
    ...networks,
    acceptance: acceptanceToJson(acceptance),
    head: fit.head,
    conformal: fit.conformal,
    dataset: {
      kind: 'synthetic',
      seed,
      train_scenes: size.trainScenes,
      train_faces: size.trainFaces,
      calibrate_scenes: size.calibrateScenes,
      test_scenes: size.testScenes,
      locator_steps: size.locatorSteps,
      surface_steps: size.surfaceSteps,
      batch: size.batch,
      training_families: [...TRAINING_FAMILIES],
      held_out_families: [...HELD_OUT_FAMILIES],
      sources: stageKey(SOURCES, {}),
    },
    metrics: {
      out_of_fold_mae: fit.outOfFold.meanAbsoluteError,
      area_alone_mae: fit.areaAlone.meanAbsoluteError,
    },
  };
}

/** Measures a model end to end on pictures that nothing in it was made from. */
export async function evaluateModelFile(
  model: Model,
  options: Options,
  log: ProgressLog,
): Promise<Evaluation> {
  const { size, seed, cache, threads } = options;
  const test = planScenes('test', size.testScenes, seed, size.scale);
  const heldOut = planScenes('held-out', size.testScenes, seed, size.scale);
  await render(options, [...test, ...heldOut], log);
  const views = await viewScenes({
    eyes: { locator: model.locator, surface: model.surface, acceptance: model.acceptance },
    sceneFolder: sceneFolder(cache),
    scenes: [...test, ...heldOut],
    outlines: 'found',
    threads,
    onProgress: log.counting('measure test pictures'),
  });
  return evaluateViews(model, views.slice(0, test.length), views.slice(test.length));
}

async function render(options: Options, scenes: readonly PlannedScene[], log: ProgressLog): Promise<void> {
  await renderMissing(sceneFolder(options.cache), scenes, options.threads, log.counting('render'));
}

/** SHA-256 of a model's bytes, hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
