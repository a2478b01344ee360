import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';
import type { CloseReading } from './close-reading.ts';
import { inThreads, type PlacedPicture } from './in-threads.ts';
import { pictureName, writeWhole } from './picture-store.ts';
import type { ViewPicturesOptions, ViewWork } from './view-pictures.ts';

/** What a reading thread answers, one a picture. */
export interface ReadReport {
  readonly at: number;
  readonly close: CloseReading | null;
}

/** Reads pictures closely on several threads; a quarter of a megabyte each is kept beside their views.
 * @returns one a picture, in the order given; null where the product refuses */
export async function readPictures(
  pictures: readonly EvaluationPicture[],
  { modelPath, pictureFolder, viewFolder, threads, onProgress }: ViewPicturesOptions,
): Promise<(CloseReading | null)[]> {
  const close = new Array<CloseReading | null>(pictures.length).fill(null);
  const missing: PlacedPicture[] = [];
  const pathOf = (picture: EvaluationPicture): string => join(viewFolder, `${pictureName(picture)}.reading`);
  for (const [at, picture] of pictures.entries()) {
    const path = pathOf(picture);
    if (existsSync(path)) close[at] = deserialize(readFileSync(path)) as CloseReading | null;
    else missing.push({ at, picture });
  }
  let done = 0;
  await inThreads<ReadReport>(
    missing,
    threads,
    (share) => {
      const workerData: ViewWork = { modelPath, pictureFolder, share };
      return new Worker(new URL('./read-worker.ts', import.meta.url), { workerData });
    },
    (report) => {
      close[report.at] = report.close;
      writeWhole(pathOf(pictures[report.at]), serialize(report.close));
      onProgress(++done, missing.length);
    },
  );
  return close;
}
