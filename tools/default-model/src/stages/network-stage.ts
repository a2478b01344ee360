import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { listNetworkTensors, type NetworkDefinition, type NetworkWeights } from '@mlmcsc/kernels';
import type { TrainingProgress } from '@mlmcsc/learning/network';
import type { PlannedScene } from '../scenes/scene-plan.ts';
import { LOCATOR_DEFINITION, SURFACE_DEFINITION } from '../training/network-definitions.ts';
import { stageKey } from './stage-key.ts';

export type NetworkName = 'locator' | 'surface';

/** What a training thread is told. */
export interface NetworkStageWork {
  readonly name: NetworkName;
  readonly sceneFolder: string;
  readonly scenes: readonly PlannedScene[];
  readonly steps: number;
  readonly batch: number;
  readonly seed: number;
  /** Weights that the first round gave; absent in the first round. */
  readonly from?: NetworkWeights;
  /** Compiled kernels of `buildNativeLibrary`; the weights do not depend on them. */
  readonly nativeLibrary?: string;
}

const DEFINITIONS: Readonly<Record<NetworkName, NetworkDefinition>> = {
  locator: LOCATOR_DEFINITION,
  surface: SURFACE_DEFINITION,
};

/** All that the weights depend on besides the settings: what makes an input and a target of a picture. */
const SOURCES: Readonly<Record<NetworkName, readonly string[]>> = {
  locator: ['packages/vision/src/locate/locator-input.ts'],
  surface: ['packages/vision/src/rectify'],
};
const COMMON_SOURCES = [
  'packages/kernels/src',
  'packages/learning/src/network',
  'packages/specimens/src',
  'packages/vision/src/geometry',
  'packages/vision/src/image',
  ...['augment', 'examples', 'random', 'scenes', 'training'].map(
    (topic) => `tools/default-model/src/${topic}`,
  ),
];

/** Where the weights of a stage are kept: named by the settings and sources that they depend on. */
function stagePath(cache: string, { name, scenes, steps, batch, seed, from }: NetworkStageWork): string {
  const definition = DEFINITIONS[name];
  const key = stageKey([...COMMON_SOURCES, ...SOURCES[name]], {
    ...{ definition, scenes: scenes.length, steps, batch, seed },
    ...(from === undefined ? {} : { first: scenes[0].index, from: digestOf(packWeights(definition, from)) }),
  });
  return join(cache, `${name}-${key}.weights`);
}

/** Whether an earlier run left the weights for the same settings and sources. */
export function hasNetworkStage(cache: string, work: NetworkStageWork): boolean {
  return existsSync(stagePath(cache, work));
}

/** Trains a network on a thread of its own, or reads what an earlier run left for the same settings and sources. */
export async function networkStage(
  cache: string,
  work: NetworkStageWork,
  onProgress: (progress: TrainingProgress) => void,
): Promise<NetworkWeights> {
  const path = stagePath(cache, work);
  if (existsSync(path)) return unpackWeights(DEFINITIONS[work.name], readFileSync(path));
  const weights = await runOnThread(work, onProgress);
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${path}.part`, packWeights(DEFINITIONS[work.name], weights));
  renameSync(`${path}.part`, path);
  return weights;
}

function runOnThread(
  work: NetworkStageWork,
  onProgress: (progress: TrainingProgress) => void,
): Promise<NetworkWeights> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./network-worker.ts', import.meta.url), { workerData: work });
    worker.on('message', (message: { progress?: TrainingProgress; weights?: NetworkWeights }) => {
      if (message.progress !== undefined) onProgress(message.progress);
      if (message.weights !== undefined) resolve(message.weights);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`training the ${work.name} ended early with code ${code}`)));
  });
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function packWeights(definition: NetworkDefinition, weights: NetworkWeights): Uint8Array {
  const parts = listNetworkTensors(definition).map(({ name }) => Buffer.from(weights[name].slice().buffer));
  return Buffer.concat(parts);
}

function unpackWeights(definition: NetworkDefinition, bytes: Uint8Array): NetworkWeights {
  const values = new Float32Array(bytes.slice().buffer);
  let at = 0;
  return Object.fromEntries(
    listNetworkTensors(definition).map(({ name, length }) => {
      at += length;
      return [name, values.slice(at - length, at)];
    }),
  );
}
