import { Worker } from 'node:worker_threads';
import type { openEyes } from '@mlmcsc/vision';
import type { PlannedScene } from '../scenes/scene-plan.ts';
import type { SceneView } from './view-scene.ts';

type EyesParts = Parameters<typeof openEyes>[0];

/** Whose outline a face is measured with: the locator's, as in use, or the true one of the first face. */
export type Outlines = 'found' | 'true';

/** What a measuring thread is told. */
export interface ViewWork {
  readonly eyes: EyesParts;
  readonly sceneFolder: string;
  readonly outlines: Outlines;
  readonly scenes: readonly { readonly at: number; readonly scene: PlannedScene }[];
}

export interface ViewScenesOptions {
  readonly eyes: EyesParts;
  readonly sceneFolder: string;
  readonly scenes: readonly PlannedScene[];
  readonly outlines: Outlines;
  readonly threads: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** Looks at rendered pictures on several threads.
 * @returns one view a picture, in the order given */
export async function viewScenes(options: ViewScenesOptions): Promise<SceneView[]> {
  const { eyes, sceneFolder, scenes, outlines, threads, onProgress } = options;
  const views = new Array<SceneView>(scenes.length);
  let done = 0;
  const runThread = (share: ViewWork['scenes']): Promise<void> =>
    new Promise((resolve, reject) => {
      const workerData: ViewWork = { eyes, sceneFolder, outlines, scenes: share };
      const worker = new Worker(new URL('./view-worker.ts', import.meta.url), { workerData });
      worker.on('message', ({ at, view }: { at: number; view: SceneView }) => {
        views[at] = view;
        onProgress(++done, scenes.length);
      });
      worker.on('error', reject);
      worker.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a measuring thread ended with code ${code}`)),
      );
    });
  const work = scenes.map((scene, at) => ({ at, scene }));
  const shares = Array.from({ length: threads }, (_, thread) =>
    work.filter(({ at }) => at % threads === thread),
  );
  await Promise.all(shares.map(runThread));
  return views;
}
