import { parentPort, workerData } from 'node:worker_threads';
import { openEyes } from '@mlmcsc/vision';
import { SceneCache } from '../scenes/scene-cache.ts';
import { viewScene, viewTrueFace } from './view-scene.ts';
import type { ViewWork } from './view-scenes.ts';

const { eyes, sceneFolder, outlines, scenes } = workerData as ViewWork;
const opened = openEyes(eyes);
const cache = new SceneCache(sceneFolder);
for (const { at, scene } of scenes) {
  const stored = cache.read(scene);
  const view = outlines === 'found' ? viewScene(stored, opened) : viewTrueFace(stored, opened);
  parentPort?.postMessage({ at, view });
}
