import type { JobKind, JobRecord } from '../domain/records.ts';
import { DomainError, Unavailable } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { EventListener, JobTransition, Store } from '../ports/store.ts';
import type { JobRun } from '../use-cases/use-cases.ts';

/** Does the work of one kind of job; what it returns is kept as the job's result. */
export type JobHandler = (run: JobRun) => Promise<Readonly<Record<string, unknown>>>;

/** Every kind has exactly one. */
export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;

export interface JobExecutorDependencies {
  readonly store: Store;
  readonly events: EventListener;
  readonly clock: Clock;
  readonly log: Logger;
}

/** First wait before a repetition; doubles each time. */
const firstBackoffMs = 1_000;
const longestBackoffMs = 60_000;
const settleWaitsMs = [100, 200, 500, 1_000, 2_000, 5_000, ...Array.from({ length: 11 }, () => 10_000)];
/** A cancellation is heard at once; this is for the case that the message was lost. */
const cancellationPollMs = 2_000;

const cancelled = Symbol('cancelled');

/** Runs one queue entry and keeps the job's row in step: running → completed, retrying (queued again with a growing wait),
 * dead, or back to queued when the worker shuts down. A change of state and the queue entry it needs are one transaction.
 * Resolves once that is settled; rejects only when it could not be written, and the queue entry is then repeated.
 */
export async function executeJob(
  dependencies: JobExecutorDependencies,
  handlers: JobHandlers,
  { jobId, signal }: JobRun,
): Promise<void> {
  const { log } = dependencies;
  const job = await startJob(dependencies, jobId);
  if (job === null) return;
  const fields = { job_id: jobId, job_kind: job.kind, attempt: job.attempts };
  log.info(fields, 'job started');
  const watch = watchForCancellation(dependencies, jobId);
  try {
    const result = await handlers[job.kind]({ jobId, signal: AbortSignal.any([signal, watch.signal]) });
    await settle(dependencies, jobId, { to: 'completed', error: null, result });
    log.info({ ...fields, result }, 'job completed');
  } catch (error) {
    if (watch.signal.aborted) {
      log.info(fields, 'job cancelled');
    } else if (signal.aborted) {
      // Not the job's fault: the attempt does not count.
      await requeue(dependencies, job, { to: 'queued', attempts: job.attempts - 1 });
      log.info(fields, 'job handed back');
    } else {
      await settleFailure(dependencies, job, error);
    }
  } finally {
    watch.stop();
  }
}

async function settleFailure(
  dependencies: JobExecutorDependencies,
  job: JobRecord,
  error: unknown,
): Promise<void> {
  const { clock, log } = dependencies;
  const isFinal = error instanceof DomainError && !error.retryable;
  const detail =
    error instanceof DomainError ? error.detail : 'An internal error; the log of the worker says more.';
  const fields = { job_id: job.id, job_kind: job.kind, attempt: job.attempts, reason: detail, err: error };
  if (isFinal || job.attempts >= job.maxAttempts) {
    await settle(dependencies, job.id, { to: 'dead', error: detail });
    log.error(fields, 'job dead');
    return;
  }
  const waitMs = Math.min(longestBackoffMs, firstBackoffMs * 2 ** (job.attempts - 1));
  const runAt = new Date(clock.now().getTime() + waitMs);
  await requeue(dependencies, job, { to: 'retrying', error: detail, runAt });
  log.warn({ ...fields, wait_ms: waitMs }, 'job failed and is tried again');
}

async function settle(
  { store, clock }: JobExecutorDependencies,
  id: string,
  change: Pick<JobTransition, 'to' | 'error' | 'result'>,
): Promise<void> {
  await insistently(clock, () =>
    store.transaction(async (rows) => {
      await rows.jobs.transition(id, { ...change, from: ['running'], at: clock.now() });
      await rows.events.publish({ type: 'job.changed', jobId: id });
    }),
  );
}

async function requeue(
  { store, clock }: JobExecutorDependencies,
  { id, kind }: JobRecord,
  { runAt, ...change }: Pick<JobTransition, 'to' | 'error' | 'attempts'> & { readonly runAt?: Date },
): Promise<void> {
  await insistently(clock, () =>
    store.transaction(async (rows) => {
      const moved = await rows.jobs.transition(id, { ...change, from: ['running'], at: clock.now() });
      if (moved === null) return;
      await rows.queue.enqueue({ kind, jobId: id, runAt });
      await rows.events.publish({ type: 'job.changed', jobId: id });
    }),
  );
}

/** The end of a job is worth waiting for: a database that restarts is back within seconds.
 * @throws the last Unavailable after some two minutes, anything else at once
 */
async function insistently(clock: Clock, write: () => Promise<void>): Promise<void> {
  for (const waitMs of settleWaitsMs) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await clock.sleep(waitMs);
    }
  }
  await write();
}

/** Marks the job as running. Null when there is nothing to do: finished, cancelled, unknown, or its attempts are used up
 * by workers that died.
 */
async function startJob(
  { store, clock, log }: JobExecutorDependencies,
  jobId: string,
): Promise<JobRecord | null> {
  return store.transaction(async (rows) => {
    const job = await rows.jobs.find(jobId);
    if (job === null) return null;
    const from = ['queued', 'retrying', 'running'] as const;
    const at = clock.now();
    if (job.state === 'running' && job.attempts >= job.maxAttempts) {
      const error = 'The worker was lost during the last attempt.';
      await rows.jobs.transition(jobId, { from: ['running'], to: 'dead', error, at });
      await rows.events.publish({ type: 'job.changed', jobId });
      log.error(
        { job_id: jobId, job_kind: job.kind },
        'job dead: its worker was lost during the last attempt',
      );
      return null;
    }
    const started = await rows.jobs.transition(jobId, {
      from,
      to: 'running',
      attempts: job.attempts + 1,
      at,
    });
    if (started !== null) await rows.events.publish({ type: 'job.changed', jobId });
    return started;
  });
}

function watchForCancellation({ store, events }: JobExecutorDependencies, jobId: string) {
  const controller = new AbortController();
  const check = async () => {
    const job = await store.rows.jobs.find(jobId).catch(() => null);
    if (job?.state === 'cancelled') controller.abort(cancelled);
  };
  const unsubscribe = events.subscribe((event) => {
    if (event.type === 'job.changed' && event.jobId === jobId) void check();
  });
  const timer = setInterval(() => void check(), cancellationPollMs);
  return {
    signal: controller.signal,
    stop() {
      unsubscribe();
      clearInterval(timer);
    },
  };
}
