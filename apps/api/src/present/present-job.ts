import type { Job, JobItem } from '@mlmcsc/contracts';
import type { JobItemRecord, JobRecord } from '@mlmcsc/core';

/** A job as the API shows it; its payload stays inside. */
export const presentJob = (job: JobRecord): Job => ({
  id: job.id,
  kind: job.kind,
  state: job.state,
  progress: { done: job.progress.done, failed: job.progress.failed, total: job.progress.total },
  attempts: job.attempts,
  max_attempts: job.maxAttempts,
  error: job.error,
  result: job.result === null ? null : { ...job.result },
  created_by: job.createdBy,
  created_at: job.createdAt.toISOString(),
  started_at: job.startedAt?.toISOString() ?? null,
  finished_at: job.finishedAt?.toISOString() ?? null,
});

/** One picture of a batch job. */
export const presentJobItem = (item: JobItemRecord): JobItem => ({
  image_id: item.imageId,
  analysis_id: item.analysisId,
  state: item.state,
  error: item.error,
});
