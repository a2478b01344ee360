import type { Job, JobItem, JobStatistics } from '@mlmcsc/contracts';
import {
  JOB_KIND_RULES,
  type JobFigures,
  type JobItemRecord,
  type JobRecord,
  parseTraceparent,
} from '@mlmcsc/core';

/** A job as the API shows it; its payload stays inside. */
export const presentJob = (job: JobRecord): Job => ({
  id: job.id,
  kind: job.kind,
  state: job.state,
  priority: job.priority,
  progress: { done: job.progress.done, failed: job.progress.failed, total: job.progress.total },
  stage: job.stage,
  attempts: job.attempts,
  max_attempts: job.maxAttempts,
  error: job.error,
  result: job.result === null ? null : { ...job.result },
  trace_id: parseTraceparent(job.traceparent)?.traceId ?? null,
  closed_reason: job.closedReason,
  created_by: job.createdBy,
  created_at: job.createdAt.toISOString(),
  available_at: job.availableAt.toISOString(),
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

const LANES = ['batch', 'learning', 'maintenance'] as const;

/** What waits, runs and is dead: by lane, which workers serve, and by kind and priority. */
export function presentJobStatistics({
  at,
  figures,
}: {
  readonly at: Date;
  readonly figures: readonly JobFigures[];
}): JobStatistics {
  const ageOf = (since: Date | null) =>
    since === null ? null : Math.max(0, (at.getTime() - since.getTime()) / 1000);
  const oldest = (ages: readonly (number | null)[]) =>
    ages.reduce((most, age) => (age === null ? most : Math.max(most ?? 0, age)), null);
  return {
    at: at.toISOString(),
    lanes: LANES.map((lane) => {
      const mine = figures.filter(({ kind }) => JOB_KIND_RULES[kind].lane === lane);
      const sum = (count: (one: JobFigures) => number) => mine.reduce((total, one) => total + count(one), 0);
      return {
        lane,
        waiting: sum(({ queued, retrying }) => queued + retrying),
        running: sum(({ running }) => running),
        dead: sum(({ dead }) => dead),
        oldest_waiting_seconds: oldest(mine.map(({ waitingSince }) => ageOf(waitingSince))),
      };
    }),
    queues: figures.map(({ kind, priority, queued, retrying, running, dead, waitingSince }) => ({
      ...{ kind, priority, queued, retrying, running, dead },
      oldest_waiting_seconds: ageOf(waitingSince),
    })),
  };
}
