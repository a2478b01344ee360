import { threadId } from 'node:worker_threads';
import { serveThread } from './serve-thread.ts';

serveThread(async (request: number) => {
  if (request === 13) throw Object.assign(new RangeError('13 is refused'), { code: 'E13' });
  if (request === 666) process.exit(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { value: { square: request * request, threadId } };
});
