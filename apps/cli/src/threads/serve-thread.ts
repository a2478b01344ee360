import { parentPort, type Transferable } from 'node:worker_threads';

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
    } catch (failure) {
      port.postMessage({ failure });
    }
  });
}
