import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@mlmcsc/core';

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
};
