import { createRetentionUseCases, type RetentionUseCases } from '@mlmcsc/core';
import type { Config } from '@mlmcsc/platform/config';
import { openObjectStore } from '@mlmcsc/platform/objects';
import { systemClock, uuidV7 } from '@mlmcsc/platform/system';
import { withStore } from './with-store.ts';

/** Retention of an installation, for one command. */
export const withRetention = <T>(
  config: Config,
  work: (retention: RetentionUseCases) => Promise<T>,
): Promise<T> =>
  withStore(config, async (store) => {
    const objects = await openObjectStore(config);
    try {
      return await work(createRetentionUseCases({ store, objects, clock: systemClock, ids: uuidV7 }));
    } finally {
      await objects.close();
    }
  });
