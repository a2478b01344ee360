import { availableParallelism, totalmem } from 'node:os';
import { createProgressBar } from '../console/progress-bar.ts';
import type { LoadedModel } from '../model/load-model.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import { mapInOrder } from './map-in-order.ts';
import type { MeasuredFile, MeasureFileRequest } from './measured-file.ts';
import { planOutputFiles } from './plan-output-files.ts';

export interface MeasureFilesOptions {
  readonly model: LoadedModel;
  /** Specimen width W in mm, or null when not told. */
  readonly widthMm?: number | null;
  readonly pxPerMm?: number | null;
  /** Existing folders, or null for none. */
  readonly overlayFolder?: string | null;
  readonly mapFolder?: string | null;
  /** Reads every face closely, with the painted regions of the pictures that have some: picture → its regions. */
  readonly regions?: ReadonlyMap<string, string> | null;
  /** Whether a progress bar may be shown. @default true */
  readonly showProgress?: boolean;
}

/** What one thread may need for the largest allowed picture, with maps at full size. */
const BYTES_PER_THREAD = 1_000_000_000;

/** Measures files on all cores and yields the answers in the order of the files.
 * @throws only for failures that concern all files (a model that does not fit, an output folder that cannot be written)
 */
export async function* measureFiles(
  files: readonly string[],
  options: MeasureFilesOptions,
): AsyncGenerator<MeasuredFile> {
  const {
    model,
    widthMm = null,
    pxPerMm = null,
    overlayFolder = null,
    mapFolder = null,
    regions = null,
    showProgress = true,
  } = options;
  const overlays = overlayFolder === null ? null : planOutputFiles(files, overlayFolder, '.overlay.jpg');
  const maps = mapFolder === null ? null : planOutputFiles(files, mapFolder, '.map.png');
  const requests = files.map(
    (path, index): MeasureFileRequest => ({
      path,
      modelBytes: model.bytes,
      modelDigest: model.digest,
      plugInFiles: model.plugIns.files,
      overlayPath: overlays?.[index] ?? null,
      mapPath: maps?.[index] ?? null,
      widthMm,
      pxPerMm,
      reads: regions !== null,
      regionsPath: regions?.get(path) ?? null,
    }),
  );
  const threads = Math.max(
    1,
    Math.min(availableParallelism(), files.length, Math.floor(totalmem() / BYTES_PER_THREAD)),
  );
  const pool = createThreadPool<MeasureFileRequest, MeasuredFile>(
    new URL('./measure-thread.ts', import.meta.url),
    threads,
  );
  const bar = createProgressBar('measuring', showProgress ? files.length : 0);
  try {
    for await (const result of mapInOrder(requests, threads, (request) => pool.run(request))) {
      bar.advance();
      yield result;
    }
  } finally {
    bar.stop();
    await pool.close();
  }
}
