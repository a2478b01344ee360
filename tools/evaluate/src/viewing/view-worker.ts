import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { eyesOf } from '@mlmcsc/core/measure';
import { decodeModel } from '@mlmcsc/learning';
import { loadPicture } from './picture-store.ts';
import { viewPicture } from './view-picture.ts';
import type { ViewReport, ViewWork } from './view-pictures.ts';

/** Renders what is missing and looks at its share of the pictures, reporting each. */
const { modelPath, pictureFolder, share } = workerData as ViewWork;
const eyes = eyesOf(decodeModel(readFileSync(modelPath)));
for (const { at, picture } of share) {
  const view = viewPicture(await loadPicture(pictureFolder, picture), eyes);
  parentPort?.postMessage({ at, view } satisfies ViewReport);
}
