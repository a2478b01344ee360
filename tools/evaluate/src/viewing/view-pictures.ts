import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';
import { inThreads, type PlacedPicture } from './in-threads.ts';
import { pictureName, writeWhole } from './picture-store.ts';
import type { PictureView } from './picture-view.ts';

/** What a viewing thread is told. */
export interface ViewWork {
  readonly modelPath: string;
  readonly pictureFolder: string;
  readonly share: readonly PlacedPicture[];
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
  const missing: PlacedPicture[] = [];
  const pathOf = (picture: EvaluationPicture): string => join(viewFolder, `${pictureName(picture)}.json`);
  for (const [at, picture] of pictures.entries()) {
    const path = pathOf(picture);
    if (existsSync(path)) views[at] = JSON.parse(readFileSync(path, 'utf8')) as PictureView;
    else missing.push({ at, picture });
  }
  let done = 0;
  await inThreads<ViewReport>(
    missing,
    threads,
    (share) => {
      const workerData: ViewWork = { modelPath, pictureFolder, share };
      return new Worker(new URL('./view-worker.ts', import.meta.url), { workerData });
    },
    ({ at, view }) => {
      views[at] = view;
      writeWhole(pathOf(pictures[at]), JSON.stringify(view));
      onProgress(++done, missing.length);
    },
  );
  return views;
}
