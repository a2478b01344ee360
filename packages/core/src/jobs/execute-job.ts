import type { JobKind, JobRecord } from '../domain/records.ts';
import { DomainError, Unavailable } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { EventListener, JobTransition, Store } from '../ports/store.ts';
import {
  continueTrace,
  parseTraceparent,
  type TraceCarrier,
  type TraceStep,
} from '../trace/trace-context.ts';
import type { JobRun } from '../use-cases/use-cases.ts';
import { backoffMs, JOB_KIND_RULES } from './job-kinds.ts';
import { keepProgress } from './progress-report.ts';

/** Does the work of one kind of job; what it returns is kept as the job's result. */
export type JobHandler = (run: JobRun) => Promise<Readonly<Record<string, unknown>>>;

/** Every kind has exactly one. */
export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;

export interface JobExecutorDependencies {
  readonly store: Store;
  readonly events: EventListener;
  readonly clock: Clock;
  readonly log: Logger;
  /** Absent: the log of a job names no trace. */
  readonly traces?: TraceCarrier | undefined;
  /** From 0 (included) to 1, for the spread of repetitions. @default Math.random */
  readonly random?: (() => number) | undefined;
  /** Replaces the time limits of the kinds, for tests. */
  readonly timeLimitMs?: number | undefined;
  /** How long a handler may take to heed its signal before the job goes on without it. @default 10 s */
  readonly graceMs?: number | undefined;
}

const settleWaitsMs = [100, 200, 500, 1_000, 2_000, 5_000, ...Array.from({ length: 11 }, () => 10_000)];
/** A cancellation is heard at once; this is for the case that the message was lost. */
const cancellationPollMs = 2_000;
const standardGraceMs = 10_000;

/** This run is not the job's newest any more: it was cancelled, or another worker has taken it over. */
const superseded = Symbol('superseded');
const timeIsOver = Symbol('time is over');

/** Runs one queue entry and keeps the job's row in step: running → completed, retrying (queued again with a growing wait),
 * dead, or back to queued when the worker shuts down. A change of state and the queue entry it needs are one transaction,
 * and only the newest run of a job may write one, so a job has one result however often it ran.
 * Resolves once that is settled; rejects only when it could not be written, and the queue entry is then repeated.
 */
export async function executeJob(
  dependencies: JobExecutorDependencies,
  handlers: JobHandlers,
  { jobId, signal }: JobRun,
): Promise<void> {
  const job = await startJob(dependencies, jobId);
  if (job === null) return;
  const parent = parseTraceparent(job.traceparent);
  const work = (step: TraceStep) => runStartedJob(dependencies, handlers, { job, signal, step });
  const { traces } = dependencies;
  if (traces === undefined) return work({ trace: continueTrace(parent), fail: () => {} });
  const waitedMs = dependencies.clock.now().getTime() - job.availableAt.getTime();
  const attributes = {
    'messaging.operation.type': 'process',
    'messaging.destination.name': job.kind,
    'messaging.message.id': job.id,
    'mlmcsc.job.attempt': job.attempts,
    'mlmcsc.job.waited_ms': Math.max(0, waitedMs),
  };
  return traces.continueFrom({ name: `process ${job.kind}`, parent, attributes }, work);
}

async function runStartedJob(
  dependencies: JobExecutorDependencies,
  handlers: JobHandlers,
  { job, signal, step }: { job: JobRecord; signal: AbortSignal; step: TraceStep },
): Promise<void> {
  const { trace } = step;
  const { log } = dependencies;
  const fields = { job_id: job.id, job_kind: job.kind, attempt: job.attempts };
  log.info(fields, 'job started');
  const watch = watchForEnd(dependencies, job);
  const progress = keepProgress(dependencies, job);
  const ending = AbortSignal.any([signal, watch.signal]);
  try {
    const { createdAt, availableAt } = job;
    const run = { jobId: job.id, times: { createdAt, availableAt }, trace, report: progress.report };
    const work = handlers[job.kind]({ ...run, signal: ending });
    const result = await heeding(work, ending, dependencies.graceMs ?? standardGraceMs);
    await progress.stop();
    const isSettled = await settle(dependencies, job, { to: 'completed', error: null, result });
    if (isSettled) log.info({ ...fields, result }, 'job completed');
    else log.warn(fields, 'job ended, but this run is not its newest: the result is dropped');
  } catch (error) {
    await progress.stop();
    if (watch.signal.reason === superseded) {
      log.info(fields, 'job cancelled or taken over');
    } else if (watch.signal.reason === timeIsOver) {
      const limit = Math.round(timeLimitOf(dependencies, job) / 1000);
      const detail = `It took longer than its time limit of ${limit} s.`;
      const outOfTime = new Unavailable('job-time-limit', detail, { cause: error });
      step.fail(outOfTime);
      await settleFailure(dependencies, job, outOfTime);
    } else if (signal.aborted) {
      // Not the job's fault: the attempt does not count.
      await requeue(dependencies, job, { to: 'queued', attempts: job.attempts - 1 });
      log.info(fields, 'job handed back');
    } else {
      step.fail(error);
      await settleFailure(dependencies, job, error);
    }
  } finally {
    watch.stop();
  }
}

/** What the work gives; after the signal it has only the grace to end, then it is left to itself.
 * @throws what the work throws, or the signal's reason
 */
async function heeding<T>(work: Promise<T>, signal: AbortSignal, graceMs: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => {
    timer = setTimeout(() => late.reject(signal.reason), graceMs);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  // Whichever of the two loses the race must not count as unhandled.
  work.catch(() => {});
  late.promise.catch(() => {});
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Parts without which no job of a kind can work; every attempt would be used up within minutes. */
const OUTAGES: ReadonlySet<string> = new Set(['objects-unavailable', 'objects-refused']);
const outageWaitMs = 10_000;

async function settleFailure(
  dependencies: JobExecutorDependencies,
  job: JobRecord,
  error: unknown,
): Promise<void> {
  const { clock, log, random = Math.random } = dependencies;
  const isFinal = error instanceof DomainError && !error.retryable;
  const detail =
    error instanceof DomainError ? error.detail : 'An internal error; the log of the worker says more.';
  const fields = { job_id: job.id, job_kind: job.kind, attempt: job.attempts, reason: detail, err: error };
  if (error instanceof Unavailable && OUTAGES.has(error.code)) {
    // Not the job's fault, and no question of luck: it waits for as long as that lasts.
    const availableAt = new Date(clock.now().getTime() + outageWaitMs);
    await requeue(dependencies, job, {
      ...{ to: 'retrying', error: detail, availableAt },
      attempts: job.attempts - 1,
    });
    log.warn({ ...fields, wait_ms: outageWaitMs }, 'job waits for a part of the system that is away');
    return;
  }
  if (isFinal || job.attempts >= job.maxAttempts) {
    await settle(dependencies, job, { to: 'dead', error: detail });
    log.error(fields, 'job dead');
    return;
  }
  const waitMs = backoffMs(job.kind, job.attempts, random());
  const availableAt = new Date(clock.now().getTime() + waitMs);
  await requeue(dependencies, job, { to: 'retrying', error: detail, availableAt });
  log.warn({ ...fields, wait_ms: waitMs }, 'job failed and is tried again');
}

/** @returns whether this run was still the job's newest */
async function settle(
  { store, clock }: JobExecutorDependencies,
  { id, runs }: JobRecord,
  change: Pick<JobTransition, 'to' | 'error' | 'result'>,
): Promise<boolean> {
  return insistently(clock, () =>
    store.transaction(async (rows) => {
      const at = clock.now();
      const moved = await rows.jobs.transition(id, { ...change, from: ['running'], ifRun: runs, at });
      if (moved !== null) await rows.events.publish({ type: 'job.changed', jobId: id });
      return moved !== null;
    }),
  );
}

async function requeue(
  { store, clock }: JobExecutorDependencies,
  { id, kind, priority, runs }: JobRecord,
  change: Pick<JobTransition, 'to' | 'error' | 'attempts' | 'availableAt'>,
): Promise<void> {
  await insistently(clock, () =>
    store.transaction(async (rows) => {
      const at = clock.now();
      const moved = await rows.jobs.transition(id, { ...change, from: ['running'], ifRun: runs, at });
      if (moved === null) return;
      await rows.queue.enqueue({ kind, jobId: id, priority, runAt: change.availableAt });
      await rows.events.publish({ type: 'job.changed', jobId: id });
    }),
  );
}

/** The end of a job is worth waiting for: a database that restarts is back within seconds.
 * @throws the last Unavailable after some two minutes, anything else at once
 */
async function insistently<T>(clock: Clock, write: () => Promise<T>): Promise<T> {
  for (const waitMs of settleWaitsMs) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      await clock.sleep(waitMs);
    }
  }
  return write();
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

/** Aborts when the run is no longer the job's newest, or its time is over. */
function watchForEnd(dependencies: JobExecutorDependencies, job: JobRecord) {
  const { store, events } = dependencies;
  const controller = new AbortController();
  const check = async () => {
    // A database that is away for a moment says nothing about the job; the next look will tell.
    const now = await store.rows.jobs.find(job.id).catch(() => job);
    if (now?.state !== 'running' || now.runs !== job.runs) controller.abort(superseded);
  };
  const unsubscribe = events.subscribe((event) => {
    if (event.type === 'job.changed' && event.jobId === job.id) void check();
  });
  const poll = setInterval(() => void check(), cancellationPollMs);
  const limit = setTimeout(() => controller.abort(timeIsOver), timeLimitOf(dependencies, job));
  return {
    signal: controller.signal,
    stop() {
      unsubscribe();
      clearInterval(poll);
      clearTimeout(limit);
    },
  };
}

function timeLimitOf({ timeLimitMs }: JobExecutorDependencies, { kind }: JobRecord): number {
  return timeLimitMs ?? JOB_KIND_RULES[kind].timeLimitMs;
}
