import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { ThreadPoolMeasurer } from '@mlmcsc/platform/measurer';

/** Analyses a second when nothing but decoding, measuring and drawing happens, on all cores. */
export async function measureBarePipeline(nextPicture: () => Uint8Array, pictures: number): Promise<number> {
  const threads = availableParallelism();
  const modelBytes = await readFile('models/default.mlmcsc');
  const modelDigest = createHash('sha256').update(modelBytes).digest('hex');
  const measurer = new ThreadPoolMeasurer({ threads });
  const measure = () =>
    measurer.measure({ imageBytes: nextPicture(), modelBytes, modelDigest, widthMm: 10, pxPerMm: null });
  const run = async (count: number) => {
    let left = count;
    await Promise.all(
      Array.from({ length: threads + 1 }, async () => {
        while (left-- > 0) await measure();
      }),
    );
  };
  try {
    await run(20);
    const startedAt = performance.now();
    await run(pictures);
    return pictures / ((performance.now() - startedAt) / 1000);
  } finally {
    await measurer.close();
  }
}
