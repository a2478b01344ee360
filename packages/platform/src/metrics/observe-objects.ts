import { NotFound, type ObjectStore, Unavailable } from '@mlmcsc/core';
import type { ProcessMetrics } from './process-metrics.ts';

/** The object store, with duration and outcome of every call told to the metrics; addresses of transfers are only computed. */
export function observeObjects(objects: ObjectStore, metrics: ProcessMetrics): ObjectStore {
  for (const operation of ['get', 'stream']) {
    for (const outcome of ['ok', 'missing', 'damaged', 'failed']) {
      metrics.prepare('mlmcsc_object_store_duration_seconds', { operation, outcome });
    }
  }
  const observe = (operation: string) => {
    const startedAt = performance.now();
    return (outcome: string) =>
      metrics.observe(
        'mlmcsc_object_store_duration_seconds',
        { operation, outcome },
        (performance.now() - startedAt) / 1000,
      );
  };
  const timed = async <T>(operation: string, work: Promise<T>): Promise<T> => {
    const end = observe(operation);
    try {
      const result = await work;
      end('ok');
      return result;
    } catch (error) {
      end(outcomeOf(error));
      throw error;
    }
  };
  return {
    transfers: objects.transfers,
    put: (bytes) => timed('put', objects.put(bytes)),
    putStream: (content, signal) => timed('put-stream', objects.putStream(content, signal)),
    get: (key) => timed('get', objects.get(key)),
    getRange: (key, range) => timed('get-range', objects.getRange(key, range)),
    head: (key) => timed('head', objects.head(key)),
    list: (page) => timed('list', objects.list(page)),
    delete: (key) => timed('delete', objects.delete(key)),
    check: () => timed('check', objects.check()),
    close: () => objects.close(),
    async *stream(key) {
      const end = observe('stream');
      let isFirst = true;
      try {
        for await (const piece of objects.stream(key)) {
          if (isFirst) end('ok');
          isFirst = false;
          yield piece;
        }
      } catch (error) {
        // Damage shows at the end, after the first piece was told as well.
        end(outcomeOf(error));
        throw error;
      }
    },
  };
}

function outcomeOf(error: unknown): string {
  if (error instanceof NotFound) return 'missing';
  return error instanceof Unavailable && error.code === 'object-damaged' ? 'damaged' : 'failed';
}
