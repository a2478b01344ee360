import { Worker } from 'node:worker_threads';
import { SceneCache } from './scene-cache.ts';
import type { PlannedScene } from './scene-plan.ts';

/** Renders the pictures that the cache lacks, on several threads; each picture depends on its seed alone.
 * @param onProgress - called with the number done and the number to do */
export async function renderMissing(
  folder: string,
  scenes: readonly PlannedScene[],
  threads: number,
  onProgress: (done: number, total: number) => void,
): Promise<SceneCache> {
  const cache = new SceneCache(folder);
  const missing = scenes.filter((scene) => !cache.has(scene));
  let done = 0;
  const shares = Array.from({ length: Math.min(threads, missing.length) }, (_, share) =>
    missing.filter((_scene, i) => i % threads === share),
  );
  await Promise.all(
    shares.map(
      (share) =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
            workerData: { folder, scenes: share },
          });
          worker.on('message', () => onProgress(++done, missing.length));
          worker.on('error', reject);
          worker.on('exit', (code) =>
            code === 0 ? resolve() : reject(new Error(`a render thread ended with code ${code}`)),
          );
        }),
    ),
  );
  return cache;
}
