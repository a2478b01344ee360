import { unwrap } from '@mlmcsc/client';
import type { Job } from '@mlmcsc/contracts';
import { api } from '../../../shared/api/api.ts';

/** Stops a job; what is finished stays. */
export async function cancelJob(id: string): Promise<Job> {
  return unwrap(await api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } }));
}

/** Queues a dead or cancelled job again; what is finished is not repeated. */
export async function rerunJob(id: string): Promise<Job> {
  return unwrap(await api.POST('/api/v1/jobs/{id}/rerun', { params: { path: { id } } }));
}
