/** What is used of a pool of `pg`. */
export interface ObservedPool {
  on(event: 'connect', listener: (client: ObservedClient) => void): unknown;
}

interface ObservedClient {
  // biome-ignore lint/suspicious/noExplicitAny: `pg` declares eight shapes of one method.
  query: any;
}

type Tell = (outcome: 'ok' | 'failed', seconds: number) => void;
type Query = (...parameters: unknown[]) => unknown;
type Callback = (...results: unknown[]) => void;

/** Tells of every statement on every connection of the pool how it ended and how long it took, also of those that pool and
 * transactions send by themselves.
 */
export function observeQueries(pool: ObservedPool, tell: Tell): void {
  pool.on('connect', (client) => {
    const query: Query = client.query;
    client.query = function observed(this: unknown, ...parameters: unknown[]): unknown {
      const startedAt = performance.now();
      const end = (outcome: 'ok' | 'failed') => tell(outcome, (performance.now() - startedAt) / 1000);
      const last = parameters.at(-1);
      if (typeof last === 'function') {
        const callback = last as Callback;
        const heard: Callback = (error, ...results) => {
          end(error == null ? 'ok' : 'failed');
          callback(error, ...results);
        };
        return query.apply(this, [...parameters.slice(0, -1), heard]);
      }
      const sent = query.apply(this, parameters);
      if (!(sent instanceof Promise)) return sent;
      return sent.then(
        (result) => {
          end('ok');
          return result;
        },
        (error: unknown) => {
          end('failed');
          throw error;
        },
      );
    };
  });
}
