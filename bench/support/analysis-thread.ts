/** A thread that analyses the photograph it was given so many times at every message, and answers when done. */
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalysis } from './bench-pictures.ts';

const analyse = createAnalysis();
parentPort?.on('message', async (times: number) => {
  for (let i = 0; i < times; i++) await analyse(workerData);
  parentPort?.postMessage('done');
});
