import { parentPort, type Transferable } from 'node:worker_threads';
import type { ThreadFailure } from './thread-pool.ts';

/** Answers the requests of a `createThreadPool` one after another, in a thread's module.
 * @param work - gives the value and what of it may be moved instead of copied
 */
export function serveThread<Request, Response>(
  work: (request: Request) => Promise<{ value: Response; transfer?: readonly Transferable[] }>,
): void {
  const port = parentPort;
  if (port === null) throw new TypeError('serveThread runs inside a worker thread only');
  port.on('message', async (request: Request) => {
    try {
      const { value, transfer = [] } = await work(request);
      port.postMessage({ value }, [...transfer]);
    } catch (error) {
      port.postMessage({ failure: describe(error) });
    }
  });
}

/** Copying an error between threads loses its own properties, such as the system's error code. */
function describe(error: unknown): ThreadFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, code, path } = error as NodeJS.ErrnoException;
  return { name, message, ...{ stack, code, path } };
}
