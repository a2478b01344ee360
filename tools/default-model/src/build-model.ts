import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { eyesOf, PIPELINE_VERSION } from '@mlmcsc/core/measure';
import type { NetworkWeights } from '@mlmcsc/kernels';
import type { Model } from '@mlmcsc/learning';
import { acceptanceToJson } from '@mlmcsc/vision';
import { errorSources } from './measure/error-sources.ts';
import { fitnessTable } from './measure/fitness-table.ts';
import { viewScenes } from './measure/view-scenes.ts';
import { buildNativeLibrary } from './native/native-kernels.ts';
import type { Options } from './options.ts';
import { mixSeeds } from './random/mix-seeds.ts';
import { errorTable } from './report/error-table.ts';
import { type Evaluation, evaluateViews } from './report/evaluation.ts';
import type { ProgressLog } from './report/progress-log.ts';
import { renderMissing } from './scenes/render-missing.ts';
import { SceneCache } from './scenes/scene-cache.ts';
import { HELD_OUT_FAMILIES, type PlannedScene, planScenes, TRAINING_FAMILIES } from './scenes/scene-plan.ts';
import {
  calibrateAcceptance,
  calibrateDoubt,
  calibrateHead,
  countHeadSamples,
  OPEN_ACCEPTANCE,
} from './stages/calibrate-stage.ts';
import {
  hasNetworkStage,
  type NetworkName,
  type NetworkStageWork,
  networkStage,
} from './stages/network-stage.ts';
import { stageKey } from './stages/stage-key.ts';
import { meanWeights } from './training/mean-weights.ts';
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

/** What `fitDefaultHead` needs, with those that are refused on top. */
const MINIMUM_HEAD_SAMPLES = 60;

const sceneFolder = (cache: string): string =>
  join(cache, `scenes-${stageKey(['packages/specimens/src', 'tools/default-model/src/scenes'], {})}`);

/** Renders, trains and calibrates; finished stages are taken from the cache. The same options give the same bytes. */
export async function buildModel(options: Options, log: ProgressLog): Promise<Model> {
  const { size, seed, cache, threads } = options;
  const folder = sceneFolder(cache);
  const calibrate = planScenes('calibrate', size.calibrateScenes, seed, size.scale);
  const weights = await trainNetworks(options, folder, log);
  await render(options, calibrate, log);
  const networks = {
    locator: { definition: LOCATOR_DEFINITION, weights: weights.locator },
    surface: { definition: SURFACE_DEFINITION, weights: weights.surface },
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
  const headViews = countHeadSamples(views) < MINIMUM_HEAD_SAMPLES ? await view('true') : views;
  const mostUndecided = calibrateDoubt(headViews);
  const acceptance = { ...calibrateAcceptance(views), mostUndecided };
  const fit = calibrateHead(calibrate, headViews, mostUndecided);
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
      second_train_scenes: size.second.trainScenes,
      second_train_faces: size.second.trainFaces,
      second_locator_steps: size.second.locatorSteps,
      second_surface_steps: size.second.surfaceSteps,
      third_surface_steps: size.thirdSurfaceSteps,
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

type TrainedNetworks = Readonly<Record<NetworkName, NetworkWeights>>;

/** Both networks through all rounds, side by side; pictures are rendered for a round that is not in the cache. */
async function trainNetworks(
  options: Options,
  sceneFolder: string,
  log: ProgressLog,
): Promise<TrainedNetworks> {
  const { cache, seed, size } = options;
  const native = buildNativeLibrary(join(cache, 'native'));
  if ('missing' in native)
    log.say(`convolutions run on WebAssembly: ${native.missing}; the weights are the same`);
  let trained: Partial<TrainedNetworks> = {};
  for (const [i, { train, faces, steps, isAveraged }] of planRounds(options).entries()) {
    const works = (['locator', 'surface'] as const)
      .filter((name) => steps[name] > 0)
      .map(
        (name): NetworkStageWork => ({
          ...{ name, sceneFolder, steps: steps[name], batch: size.batch, from: trained[name] },
          scenes: name === 'locator' ? train : [...train, ...faces],
          seed: i === 0 ? seed : mixSeeds(seed, i),
          ...('path' in native ? { nativeLibrary: native.path } : {}),
        }),
      );
    if (works.some((work) => !hasNetworkStage(cache, work))) await render(options, [...train, ...faces], log);
    const weights = await Promise.all(
      works.map((work) => networkStage(cache, work, log.training(`${work.name}, round ${i + 1},`))),
    );
    const results = works.map(({ name, from }, at) => {
      return [name, isAveraged ? meanWeights([from!, weights[at]]) : weights[at]];
    });
    trained = { ...trained, ...Object.fromEntries(results) };
  }
  return trained as TrainedNetworks;
}

interface PlannedRound {
  readonly train: readonly PlannedScene[];
  readonly faces: readonly PlannedScene[];
  readonly steps: Readonly<Record<NetworkName, number>>;
  /** The result is the mean of the weights before and after. */
  readonly isAveraged?: boolean;
}

/** Pictures and steps of each round; the pictures of the second follow those of the first in the same plan. */
function planRounds({ size, seed }: Options): PlannedRound[] {
  const { second, thirdSurfaceSteps } = size;
  const train = planScenes('train', size.trainScenes + second.trainScenes, seed, size.scale);
  const faces = planScenes('faces', size.trainFaces + second.trainFaces, seed, size.scale);
  const later = { train: train.slice(size.trainScenes), faces: faces.slice(size.trainFaces) };
  return [
    {
      train: train.slice(0, size.trainScenes),
      faces: faces.slice(0, size.trainFaces),
      steps: { locator: size.locatorSteps, surface: size.surfaceSteps },
    },
    { ...later, steps: { locator: second.locatorSteps, surface: second.surfaceSteps } },
    { ...later, steps: { locator: 0, surface: thirdSurfaceSteps }, isAveraged: true },
  ];
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

/** The table that the limits of the quality flags are read off. */
export async function fitnessOf(model: Model, options: Options, log: ProgressLog): Promise<string[]> {
  const { size, seed, cache } = options;
  const scenes = planScenes('train', size.trainScenes + size.second.trainScenes, seed, size.scale);
  await render(options, scenes, log);
  return fitnessTable(model, scenes, new SceneCache(sceneFolder(cache)));
}

/** Where the error of the map's area on the calibration pictures comes from. */
export async function errorsOf(model: Model, options: Options, log: ProgressLog): Promise<string[]> {
  const { size, seed, cache } = options;
  const scenes = planScenes('calibrate', size.calibrateScenes, seed, size.scale).filter(
    ({ family }) => family !== null,
  );
  await render(options, scenes, log);
  const eyes = eyesOf(model);
  const pictures = new SceneCache(sceneFolder(cache));
  const onProgress = log.counting('read calibration pictures');
  return errorTable(
    scenes.flatMap((scene, i) => {
      const sources = errorSources(pictures.read(scene), String(scene.laboratory), eyes);
      onProgress(i + 1, scenes.length);
      return sources === null ? [] : [sources];
    }),
  );
}

async function render(options: Options, scenes: readonly PlannedScene[], log: ProgressLog): Promise<void> {
  await renderMissing(sceneFolder(options.cache), scenes, options.threads, log.counting('render'));
}

/** SHA-256 of a model's bytes, hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
