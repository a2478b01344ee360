import { readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { ImageCodec } from '@mlmcsc/core';
import type { NegativeSpec, SceneSpec } from '@mlmcsc/specimens';
import { mapInOrder } from '../../measure-files/map-in-order.ts';
import { createThreadPool } from '../../threads/thread-pool.ts';
import type { DemonstrationClient } from './demonstration-client.ts';
import { type DemonstrationPicture, demonstrationSeries } from './demonstration-series.ts';
import { readLikeATechnician } from './read-like-a-technician.ts';
import type { RenderedPicture } from './render-thread.ts';

export interface LoadDemonstrationOptions {
  readonly client: DemonstrationClient;
  readonly codec: Pick<ImageCodec, 'encodeRendition'>;
  /** Remembers how far an earlier, interrupted start came. */
  readonly statePath: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Longest side; larger than any picture of the series, so nothing is scaled. */
const NO_SCALING_PX = 10_000;

/** How many pictures of the series are loaded already. */
export async function finishedPictures(statePath: string): Promise<number> {
  try {
    const { finished } = JSON.parse(await readFile(statePath, 'utf8')) as { finished?: unknown };
    return typeof finished === 'number' ? finished : 0;
  } catch {
    return 0;
  }
}

export const seriesLength = (): number => demonstrationSeries().length;

/** Renders, uploads, analyses and labels the rest of the series, in order. Repeating what an interrupted start did is
 * harmless: the same picture is stored once, analysed once, and labelled only while it has no label. */
export async function loadDemonstration(options: LoadDemonstrationOptions): Promise<void> {
  const { statePath, signal, onProgress } = options;
  const series = demonstrationSeries();
  let finished = await finishedPictures(statePath);
  if (finished >= series.length) return;
  const threads = Math.min(4, availableParallelism());
  const entry = new URL('./render-thread.ts', import.meta.url);
  const renderer = createThreadPool<SceneSpec | NegativeSpec, RenderedPicture>(entry, threads);
  onProgress(finished, series.length);
  try {
    const work = async (picture: DemonstrationPicture) => {
      signal.throwIfAborted();
      await loadPicture(picture, await renderer.run(picture.spec), options);
    };
    for await (const _ of mapInOrder(series.slice(finished), threads, work, threads)) {
      finished += 1;
      await remember(statePath, finished);
      onProgress(finished, series.length);
    }
  } finally {
    await renderer.close();
  }
}

async function loadPicture(
  picture: DemonstrationPicture,
  rendered: RenderedPicture,
  { client, codec }: LoadDemonstrationOptions,
): Promise<void> {
  const context: Record<string, string> = {};
  if (picture.specimen !== null) context.specimen = picture.specimen;
  if (picture.heat !== null) context.heat = picture.heat;
  if (picture.kind === 'specimen') context.width_mm = String(picture.widthMm);
  const jpeg = await codec.encodeRendition(rendered, 'jpeg', NO_SCALING_PX);
  const image = await client.upload(jpeg, picture.fileName, context);
  const analysis = await client.analyse(image.id);
  if (picture.kind !== 'specimen' || !picture.isLabelled) return;
  if (analysis.status !== 'ok' || analysis.label !== null || rendered.shearPercent === null) return;
  await client.label(analysis.id, readLikeATechnician(rendered.shearPercent, picture.fileName));
}

async function remember(statePath: string, finished: number): Promise<void> {
  await writeFile(`${statePath}.new`, `${JSON.stringify({ finished })}\n`);
  await rename(`${statePath}.new`, statePath);
}
