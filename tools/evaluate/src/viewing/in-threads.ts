import type { Worker } from 'node:worker_threads';
import type { EvaluationPicture } from '../pictures/evaluation-picture.ts';

/** A picture and its place among those asked for. */
export interface PlacedPicture {
  readonly at: number;
  readonly picture: EvaluationPicture;
}

/** Deals pictures out to threads, and hands on what each thread reports.
 * @param start - starts a thread with its share */
export async function inThreads<Report>(
  pictures: readonly PlacedPicture[],
  threads: number,
  start: (share: readonly PlacedPicture[]) => Worker,
  onReport: (report: Report) => void,
): Promise<void> {
  const run = (share: readonly PlacedPicture[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = start(share);
      worker.on('message', onReport);
      worker.on('error', reject);
      worker.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`a viewing thread ended with code ${code}`)),
      );
    });
  const shares = Array.from({ length: Math.min(threads, pictures.length) }, (_, thread) =>
    pictures.filter((_one, i) => i % threads === thread),
  );
  await Promise.all(shares.map(run));
}
