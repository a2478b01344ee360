import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { type Counters, Unavailable } from '@mlmcsc/core';
import type { ApiInstance } from '../api-instance.ts';
import { TooManyRequests } from '../http/too-many-requests.ts';

/** The event loop is this far behind: new work would only make everybody wait. */
const LONGEST_LOOP_DELAY_MS = 2000;

/**
 * Refuses requests that would harm the others: 503 while the process cannot keep up, 429 for an address that sends
 * far more than a busy laboratory does. Supervisors are always answered.
 */
export async function limitLoad(
  app: ApiInstance,
  counters: Counters,
  requestsPerMinute: number,
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: LONGEST_LOOP_DELAY_MS,
    sampleInterval: 1000,
    pressureHandler: async (request) => {
      if (request.url.startsWith('/livez') || request.url.startsWith('/readyz')) return;
      throw new Unavailable('overloaded', 'The server cannot keep up.');
    },
  });
  await app.register(rateLimit, {
    global: true,
    max: requestsPerMinute,
    timeWindow: 60_000,
    store: storeOver(counters),
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: (_request, { ttl, max }) =>
      new TooManyRequests(
        'too-many-requests',
        `At most ${max} requests a minute are answered for one address.`,
        Math.max(1, Math.ceil(ttl / 1000)),
      ),
  });
}

/** The plug-in's idea of a store. All routes count together. */
function storeOver(counters: Counters) {
  return class CounterStore {
    incr(
      key: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      windowMs: number,
    ): void {
      counters.count(`requests ${key}`, windowMs).then(
        ({ count, endsInMs }) => done(null, { current: count, ttl: endsInMs }),
        (error: Error) => done(error),
      );
    }

    child(): CounterStore {
      return this;
    }
  };
}
