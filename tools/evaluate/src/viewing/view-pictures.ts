import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';
import { pictureName, writeWhole } from './picture-store.ts';
import type { PictureView } from './picture-view.ts';

/** What a viewing thread is told. */
export interface ViewWork {
  readonly modelPath: string;
  readonly pictureFolder: string;
  readonly share: readonly { readonly at: number; readonly picture: EvaluationPicture }[];
}

/** What it answers, one a picture. */
export interface ViewReport {
  readonly at: number;
  readonly view: PictureView;
}

export interface ViewPicturesOptions {
  readonly modelPath: string;
  /** Rendered pictures, and views of this model, are kept here. */
  readonly pictureFolder: string;
  readonly viewFolder: string;
  readonly threads: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** Renders and looks at pictures on several threads; what the folders hold already is taken from there.
 * @returns one view a picture, in the order given */
export async function viewPictures(
  pictures: readonly EvaluationPicture[],
  { modelPath, pictureFolder, viewFolder, threads, onProgress }: ViewPicturesOptions,
): Promise<PictureView[]> {
  const views = new Array<PictureView>(pictures.length);
  const missing: { at: number; picture: EvaluationPicture }[] = [];
  const pathOf = (picture: EvaluationPicture): string => join(viewFolder, `${pictureName(picture)}.json`);
  for (const [at, picture] of pictures.entries()) {
    const path = pathOf(picture);
    if (existsSync(path)) views[at] = JSON.parse(readFileSync(path, 'utf8')) as PictureView;
    else missing.push({ at, picture });
  }
  let done = 0;
  const runThread = (share: ViewWork['share']): Promise<void> =>
    new Promise((resolve, reject) => {
      const workerData: ViewWork = { modelPath, pictureFolder, share };
      const worker = new Worker(new URL('./view-worker.ts', import.meta.url), { workerData });
      worker.on('message', ({ at, view }: ViewReport) => {
        views[at] = view;
        writeWhole(pathOf(pictures[at]), JSON.stringify(view));
        onProgress(++done, missing.length);
      });
      worker.on('error', reject);
      worker.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a viewing thread ended with code ${code}`)),
      );
    });
  const shares = Array.from({ length: Math.min(threads, missing.length) }, (_, thread) =>
    missing.filter((_work, i) => i % threads === thread),
  );
  await Promise.all(shares.map(runThread));
  return views;
}
