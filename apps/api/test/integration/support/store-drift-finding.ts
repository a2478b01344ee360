import type { Store } from '@mlmcsc/core';
import { uuidV7 } from '@mlmcsc/platform/system';

/** A finding as the job would raise it. @returns its id */
export async function storeDriftFinding(store: Store, referenceId: string): Promise<string> {
  const at = new Date();
  const id = uuidV7.next();
  await store.rows.drift.insertFinding({
    ...{ id, referenceId, signal: 'median-luminance', direction: 'down', since: at, analysisId: null },
    ...{ detectedAt: at, raisedAt: at, statistic: -0.97, threshold: 0.93, usual: 0.54, seen: 0.43 },
    ...{ acknowledgedBy: null, acknowledgedAt: null, acknowledgement: null, endedAt: null, endedBy: null },
  });
  return id;
}
