import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PIPELINE_VERSION } from '@mlmcsc/core/measure';
import type { NetworkWeights } from '@mlmcsc/kernels';
import type { Model } from '@mlmcsc/learning';
import { acceptanceToJson } from '@mlmcsc/vision';
import { viewScenes } from './measure/view-scenes.ts';
import { buildNativeLibrary } from './native/native-kernels.ts';
import type { Options } from './options.ts';
import { mixSeeds } from './random/mix-seeds.ts';
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
import { type NetworkName, type NetworkStageWork, networkStage } from './stages/network-stage.ts';
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
  const calibrate = planScenes('calibrate', size.calibrateScenes, seed, size.scale);
  const [first, second] = planRounds(options);
  await render(options, [...first.train, ...first.faces, ...second.train, ...second.faces], log);
  const native = buildNativeLibrary(join(cache, 'native'));
  if ('missing' in native)
    log.say(`convolutions run on WebAssembly: ${native.missing}; the weights are the same`);
  const trained = async (name: NetworkName, inputs: (round: PlannedRound) => readonly PlannedScene[]) => {
    let weights: NetworkWeights | undefined;
    for (const [i, round] of [first, second].entries()) {
      const work: NetworkStageWork = {
        ...{ name, sceneFolder: folder, scenes: inputs(round), steps: round.steps[name], batch: size.batch },
        ...{ seed: i === 0 ? seed : mixSeeds(seed, i), from: weights },
        ...('path' in native ? { nativeLibrary: native.path } : {}),
      };
      weights = await networkStage(cache, work, log.training(`${name}, round ${i + 1},`));
    }
    return weights!;
  };
  const [locatorWeights, surfaceWeights] = await Promise.all([
    trained('locator', (round) => round.train),
    trained('surface', (round) => [...round.train, ...round.faces]),
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
      second_train_scenes: size.second.trainScenes,
      second_train_faces: size.second.trainFaces,
      second_locator_steps: size.second.locatorSteps,
      second_surface_steps: size.second.surfaceSteps,
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

interface PlannedRound {
  readonly train: readonly PlannedScene[];
  readonly faces: readonly PlannedScene[];
  readonly steps: Readonly<Record<NetworkName, number>>;
}

/** The pictures of both rounds; those of the second follow those of the first in the same plan. */
function planRounds({ size, seed }: Options): PlannedRound[] {
  const { second } = size;
  const train = planScenes('train', size.trainScenes + second.trainScenes, seed, size.scale);
  const faces = planScenes('faces', size.trainFaces + second.trainFaces, seed, size.scale);
  return [
    {
      train: train.slice(0, size.trainScenes),
      faces: faces.slice(0, size.trainFaces),
      steps: { locator: size.locatorSteps, surface: size.surfaceSteps },
    },
    {
      train: train.slice(size.trainScenes),
      faces: faces.slice(size.trainFaces),
      steps: { locator: second.locatorSteps, surface: second.surfaceSteps },
    },
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

async function render(options: Options, scenes: readonly PlannedScene[], log: ProgressLog): Promise<void> {
  await renderMissing(sceneFolder(options.cache), scenes, options.threads, log.counting('render'));
}

/** SHA-256 of a model's bytes, hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
