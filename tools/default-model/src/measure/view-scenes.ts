import { Worker } from 'node:worker_threads';
import type { openEyes } from '@mlmcsc/vision';
import type { PlannedScene } from '../scenes/scene-plan.ts';
import type { SceneView } from './view-scene.ts';

type EyesParts = Parameters<typeof openEyes>[0];

/** What a measuring thread is told. */
export interface ViewWork {
  readonly eyes: EyesParts;
  readonly sceneFolder: string;
  readonly scenes: readonly { readonly at: number; readonly scene: PlannedScene }[];
}

/** Looks at rendered pictures on several threads.
 * @returns one view a picture, in the order given */
export async function viewScenes(
  eyes: EyesParts,
  sceneFolder: string,
  scenes: readonly PlannedScene[],
  threads: number,
  onProgress: (done: number, total: number) => void,
): Promise<SceneView[]> {
  const views = new Array<SceneView>(scenes.length);
  let done = 0;
  const work = scenes.map((scene, at) => ({ at, scene }));
  await Promise.all(
    Array.from(
      { length: threads },
      (_, thread) =>
        new Promise<void>((resolve, reject) => {
          const workerData: ViewWork = {
            eyes,
            sceneFolder,
            scenes: work.filter(({ at }) => at % threads === thread),
          };
          const worker = new Worker(new URL('./view-worker.ts', import.meta.url), { workerData });
          worker.on('message', ({ at, view }: { at: number; view: SceneView }) => {
            views[at] = view;
            onProgress(++done, scenes.length);
          });
          worker.on('error', reject);
          worker.on('exit', (code) =>
            code === 0 ? resolve() : reject(new Error(`a measuring thread ended with code ${code}`)),
          );
        }),
    ),
  );
  return views;
}
