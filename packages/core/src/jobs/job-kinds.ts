import type { JobKind, JobPriority } from '../domain/records.ts';

/** Jobs of one lane share slots of a worker; lanes never take each other's. */
export type JobLane = 'learning' | 'batch' | 'maintenance';

/** How one kind of job is run. */
export interface JobKindRules {
  readonly lane: JobLane;
  /** Kinds with the same name run one after the other in the whole installation, however many workers there are. */
  readonly oneAtATime: string | null;
  /** Runs before a failing job is dead. */
  readonly maxAttempts: number;
  /** One run may take so long; it is then aborted, which counts as a failure that may be tried again. */
  readonly timeLimitMs: number;
  /** First wait before a repetition; doubles each time. */
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
  /** Order within a lane at equal priority; lower goes first. */
  readonly rank: number;
}

const minute = 60_000;
const hour = 60 * minute;
const backoff = { firstBackoffMs: 1_000, longestBackoffMs: minute } as const;

/** Every kind of job, once: queue, worker, statistics and documentation follow this table. */
export const JOB_KIND_RULES: Readonly<Record<JobKind, JobKindRules>> = {
  // A label should teach while a folder of thousands is measured. Both kinds change the champion.
  'label.learn.v1': {
    ...backoff,
    ...{ lane: 'learning', oneAtATime: 'learning', maxAttempts: 8, timeLimitMs: 15 * minute, rank: -10 },
  },
  'model.retrain.v1': {
    ...backoff,
    ...{ lane: 'learning', oneAtATime: 'learning', maxAttempts: 5, timeLimitMs: 2 * hour, rank: 0 },
  },
  'analysis.batch.v1': {
    ...backoff,
    ...{ lane: 'batch', oneAtATime: null, maxAttempts: 8, timeLimitMs: 6 * hour, rank: 0 },
  },
  'dataset.import.v1': {
    ...backoff,
    ...{ lane: 'batch', oneAtATime: 'dataset-import', maxAttempts: 5, timeLimitMs: 12 * hour, rank: 5 },
  },
  'dataset.verify.v1': {
    ...backoff,
    ...{ lane: 'batch', oneAtATime: null, maxAttempts: 3, timeLimitMs: 6 * hour, rank: 5 },
  },
  'maintenance.prune.v1': {
    firstBackoffMs: 10_000,
    longestBackoffMs: 10 * minute,
    ...{ lane: 'maintenance', oneAtATime: 'maintenance', maxAttempts: 5, timeLimitMs: 30 * minute, rank: 0 },
  },
  'maintenance.retention.v1': {
    firstBackoffMs: 10_000,
    longestBackoffMs: 10 * minute,
    ...{ lane: 'maintenance', oneAtATime: 'maintenance', maxAttempts: 5, timeLimitMs: 6 * hour, rank: 5 },
  },
  'drift.evaluate.v1': {
    firstBackoffMs: 10_000,
    longestBackoffMs: 10 * minute,
    ...{ lane: 'maintenance', oneAtATime: 'drift', maxAttempts: 3, timeLimitMs: 15 * minute, rank: -5 },
  },
};

/** What a caller's priority adds to the rank of the kind. */
const priorityRank: Readonly<Record<JobPriority, number>> = { high: -5, normal: 0, low: 5 };

/** Place in the queue of a lane: lower goes first, equals in order of arrival. */
export function rankOf(kind: JobKind, priority: JobPriority): number {
  return JOB_KIND_RULES[kind].rank + priorityRank[priority];
}

/** Wait before the repetition that follows the given attempt: exponential, the upper half of it at random so that jobs that
 * failed together do not come back together.
 * @param attempt - the one that failed, from 1
 * @param random - from 0 (included) to 1
 */
export function backoffMs(kind: JobKind, attempt: number, random: number): number {
  const { firstBackoffMs, longestBackoffMs } = JOB_KIND_RULES[kind];
  const full = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + 0.5 * random));
}
