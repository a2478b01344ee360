import { parentPort, workerData } from 'node:worker_threads';
import { openEyes } from '@mlmcsc/vision';
import { SceneCache } from '../scenes/scene-cache.ts';
import { viewScene } from './view-scene.ts';
import type { ViewWork } from './view-scenes.ts';

const { eyes, sceneFolder, scenes } = workerData as ViewWork;
const opened = openEyes(eyes);
const cache = new SceneCache(sceneFolder);
for (const { at, scene } of scenes) {
  parentPort?.postMessage({ at, view: viewScene(cache.read(scene), opened) });
}
