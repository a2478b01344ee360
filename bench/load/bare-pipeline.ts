import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { ThreadPoolMeasurer } from '@mlmcsc/platform/measurer';
import { processorMs } from '../support/measure-time.ts';

/** What an analysis costs when nothing but decoding, measuring and drawing happens. */
export interface PipelineRate {
  /** On all cores, by the clock on the wall. */
  readonly analysesPerSecond: number;
  /** Processor time of one, which other programs on the machine lengthen little. */
  readonly processorMs: number;
}

/** V8 compiles for some seconds: until a thread has measured this many pictures, each costs more. */
const WARM_UP_PICTURES = 100;

/** Measures on all cores, in this process. */
export async function measureBarePipeline(
  nextPicture: () => Uint8Array,
  pictures: number,
): Promise<PipelineRate> {
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
    await run(WARM_UP_PICTURES);
    const [startedAt, startedWith] = [performance.now(), processorMs()];
    await run(pictures);
    return {
      analysesPerSecond: pictures / ((performance.now() - startedAt) / 1000),
      processorMs: (processorMs() - startedWith) / pictures,
    };
  } finally {
    await measurer.close();
  }
}
