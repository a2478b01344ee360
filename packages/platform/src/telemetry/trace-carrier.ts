import { AsyncLocalStorage } from 'node:async_hooks';
import type { TraceCarrier, TraceContext } from '@mlmcsc/core';

const storage = new AsyncLocalStorage<TraceContext>();

/** The trace of the work that is going on in this process; log lines name it by themselves. */
export const traceCarrier: TraceCarrier = {
  current: () => storage.getStore() ?? null,
  run: (trace, work) => storage.run(trace, work),
};
