import { unwrap } from '@mlmcsc/client';
import type { Job } from '@mlmcsc/contracts';
import { api } from '../api/api.ts';

/** One job with its progress. */
export async function getJob(id: string, signal?: AbortSignal): Promise<Job> {
  return unwrap(await api.GET('/api/v1/jobs/{id}', { params: { path: { id } }, signal: signal ?? null }));
}
