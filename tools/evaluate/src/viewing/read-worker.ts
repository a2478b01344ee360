import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { eyesOf } from '@mlmcsc/core/measure';
import { decodeModel } from '@mlmcsc/learning';
import { readClosely } from './close-reading.ts';
import { loadPicture } from './picture-store.ts';
import type { ReadReport } from './read-pictures.ts';
import type { ViewWork } from './view-pictures.ts';

/** Reads its share of the pictures closely, reporting each. */
const { modelPath, pictureFolder, share } = workerData as ViewWork;
const eyes = eyesOf(decodeModel(readFileSync(modelPath)));
for (const { at, picture } of share) {
  const close = readClosely(await loadPicture(pictureFolder, picture), eyes);
  parentPort?.postMessage({ at, close } satisfies ReadReport);
}
