import { unwrap } from '@mlmcsc/client';
import type { Job } from '@mlmcsc/contracts';
import { api } from '../../../shared/api/api.ts';

/** Hands pictures to the worker. */
export async function createBatch(imageIds: readonly string[]): Promise<Job> {
  return unwrap(
    await api.POST('/api/v1/jobs', { body: { kind: 'analysis.batch.v1', image_ids: [...imageIds] } }),
  );
}
