import { parentPort, workerData } from 'node:worker_threads';
import { renderPlanned } from './render-planned.ts';
import { SceneCache } from './scene-cache.ts';
import type { PlannedScene } from './scene-plan.ts';

/** Renders its share of the missing pictures into the cache, reporting each. */
const { folder, scenes } = workerData as { folder: string; scenes: readonly PlannedScene[] };
const cache = new SceneCache(folder);
for (const scene of scenes) {
  cache.write(scene, renderPlanned(scene));
  parentPort?.postMessage(scene.index);
}
