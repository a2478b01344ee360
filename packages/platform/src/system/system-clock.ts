import type { Clock } from '@mlmcsc/core';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };
