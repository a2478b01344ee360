import { parentPort, workerData } from 'node:worker_threads';
import { nativeKernels } from '../native/native-kernels.ts';
import { SceneCache } from '../scenes/scene-cache.ts';
import { trainLocator } from '../training/train-locator.ts';
import { trainSurface } from '../training/train-surface.ts';
import type { NetworkStageWork } from './network-stage.ts';

const { name, sceneFolder, nativeLibrary, ...work } = workerData as NetworkStageWork;
const train = name === 'locator' ? trainLocator : trainSurface;
const weights = train({
  ...work,
  cache: new SceneCache(sceneFolder),
  accelerate: nativeLibrary === undefined ? undefined : nativeKernels(nativeLibrary),
  onProgress: (progress) => parentPort?.postMessage({ progress }),
});
parentPort?.postMessage({ weights });
