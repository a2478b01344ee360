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
import { calibrateAcceptance, calibrateHead, OPEN_ACCEPTANCE } from './stages/calibrate-stage.ts';
import { LOCATOR_DEFINITION, SURFACE_DEFINITION } from './stages/network-definitions.ts';
import { type NetworkName, networkStage } from './stages/network-stage.ts';
import { stageKey } from './stages/stage-key.ts';

/** Everything the model depends on. */
const SOURCES = [
  'packages/kernels/src',
  'packages/vision/src',
  'packages/learning/src',
  'packages/specimens/src',
  'packages/core/src/measure',
  'tools/default-model/src',
];

const sceneFolder = (cache: string): string =>
  join(cache, `scenes-${stageKey(['packages/specimens/src', 'tools/default-model/src/scenes'], {})}`);

/** Renders, trains and calibrates; finished stages are taken from the cache. The same options give the same bytes. */
export async function buildModel(options: Options, log: ProgressLog): Promise<Model> {
  const { size, seed, cache, threads } = options;
  const folder = sceneFolder(cache);
  const train = planScenes('train', size.trainScenes, seed);
  const calibrate = planScenes('calibrate', size.calibrateScenes, seed);
  await render(options, [...train, ...calibrate], log);
  const trained = async (name: NetworkName, steps: number) =>
    networkStage(
      cache,
      { name, sceneFolder: folder, scenes: train, steps, batch: size.batch, seed },
      log.training(name),
    );
  const [locatorWeights, surfaceWeights] = await Promise.all([
    trained('locator', size.locatorSteps),
    trained('surface', size.surfaceSteps),
  ]);
  const networks = {
    locator: { definition: LOCATOR_DEFINITION, weights: locatorWeights },
    surface: { definition: SURFACE_DEFINITION, weights: surfaceWeights },
  };
  const views = await viewScenes(
    { ...networks, acceptance: acceptanceToJson(OPEN_ACCEPTANCE) },
    folder,
    calibrate,
    threads,
    log.counting('measure calibration pictures'),
  );
  const acceptance = calibrateAcceptance(views);
  const fit = calibrateHead(calibrate, views);
  return {
    version: `default-1+${size.locatorSteps + size.surfaceSteps}`,
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
  const test = planScenes('test', size.testScenes, seed);
  const heldOut = planScenes('held-out', size.testScenes, seed);
  await render(options, [...test, ...heldOut], log);
  const views = await viewScenes(
    model,
    sceneFolder(cache),
    [...test, ...heldOut],
    threads,
    log.counting('measure test pictures'),
  );
  return evaluateViews(model, views.slice(0, test.length), views.slice(test.length));
}

async function render(options: Options, scenes: readonly PlannedScene[], log: ProgressLog): Promise<void> {
  await renderMissing(sceneFolder(options.cache), scenes, options.threads, log.counting('render'));
}

/** SHA-256 of a model's bytes, hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
