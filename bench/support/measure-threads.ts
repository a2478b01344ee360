import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { processorMs } from './measure-time.ts';

export interface ThreadRates {
  /** Photographs a second of one and of two threads, by the clock on the wall. */
  readonly one: number;
  readonly two: number;
  /** The ratio if both cores were free: twice the processor time a photograph needs alone over that beside another thread. */
  readonly freeRatio: number;
}

/** Analyses with one worker thread, then with two at once. */
export async function measureThreads(jpeg: Uint8Array, images = 40): Promise<ThreadRates> {
  const source = new URL('analysis-thread.ts', import.meta.url);
  const threads = [0, 1].map(() => new Worker(source, { workerData: jpeg }));
  const run = async (team: readonly Worker[], each: number): Promise<{ wall: number; processor: number }> => {
    const [wall, processor] = [performance.now(), processorMs()];
    await Promise.all(
      team.map((thread) => {
        thread.postMessage(each);
        return once(thread, 'message');
      }),
    );
    const total = team.length * each;
    return { wall: (performance.now() - wall) / total, processor: (processorMs() - processor) / total };
  };
  await run(threads, 12);
  // In turns, so that other work on the machine meets both alike; the shortest of each counts.
  const alone: Awaited<ReturnType<typeof run>>[] = [];
  const both: Awaited<ReturnType<typeof run>>[] = [];
  for (let turn = 0; turn < 4; turn++) {
    alone.push(await run([threads[turn % 2]], images / 4));
    both.push(await run(threads, images / 4));
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
  const least = (runs: typeof alone, key: 'wall' | 'processor'): number =>
    Math.min(...runs.map((each) => each[key]));
  return {
    one: 1000 / least(alone, 'wall'),
    two: 1000 / least(both, 'wall'),
    freeRatio: (2 * least(alone, 'processor')) / least(both, 'processor'),
  };
}
