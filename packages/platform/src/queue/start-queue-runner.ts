import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { JobKind, Logger } from '@mlmcsc/core';
import {
  Logger as GraphileLogger,
  type JobHelpers,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { Pool } from 'pg';
import { Heartbeat, type HeartbeatOptions } from './heartbeat.ts';

/** One entry of the queue. */
export interface QueueEntry {
  readonly kind: JobKind;
  readonly jobId: string;
  /** Aborts when the worker stops before the work is done. */
  readonly signal: AbortSignal;
}

export interface QueueRunnerOptions {
  /** A direct connection: the queue listens for notifications. */
  readonly url: string;
  /** All kinds there are; entries of other kinds are left alone. */
  readonly kinds: readonly JobKind[];
  /** Settles an entry; rejecting repeats it later. */
  readonly run: (entry: QueueEntry) => Promise<void>;
  /** Jobs at the same time. */
  readonly concurrency: number;
  readonly log: Logger;
  /** How long running work may go on after `stop()` before its signal aborts. @default 2 s */
  readonly drainMs?: number | undefined;
  readonly heartbeat?: Pick<HeartbeatOptions, 'intervalMs' | 'deadAfterMs'> | undefined;
}

export interface QueueRunner {
  readonly workerId: string;
  /** Settles when the runner ends, by `stop()` or by a failure (rejects). */
  readonly ended: Promise<void>;
  /** Takes nothing new, lets running work end or hands it back, resolves when all is settled. */
  stop(): Promise<void>;
}

/** How often the queue is looked at besides notifications (retries and entries for later need it). */
const pollIntervalMs = 1_000;

/** Takes entries off the queue in PostgreSQL until stopped. */
export async function startQueueRunner(options: QueueRunnerOptions): Promise<QueueRunner> {
  const { url, kinds, concurrency, log } = options;
  const pool = createQueuePool(url, concurrency, log);
  const events = new EventEmitter() as WorkerEvents;
  const workerId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  const inHand = new Set<string>();
  const taskList: TaskList = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      async (payload: unknown, { job, abortSignal }: JobHelpers) => {
        inHand.add(job.id);
        try {
          await options.run({ kind, jobId: jobIdOf(payload), signal: abortSignal });
        } finally {
          // The queue writes the end of an entry only once: it must find the database there.
          await waitForDatabase(pool, abortSignal);
          inHand.delete(job.id);
        }
      },
    ]),
  );
  const runner = await run({
    pgPool: pool,
    concurrency,
    taskList,
    events,
    noHandleSignals: true,
    pollInterval: pollIntervalMs,
    gracefulShutdownAbortTimeout: options.drainMs ?? 2_000,
    logger: new GraphileLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ source: 'graphile-worker' }, message);
    }),
  });
  const id = await workerId;
  const lost = Promise.withResolvers<never>();
  const heartbeat = new Heartbeat({
    ...{ pool, workerId: id, log, inHand },
    onLostEntries(entries) {
      log.error({ entries }, 'the queue and this worker disagree: it must be started anew');
      lost.reject(new Error('the worker lost track of its queue entries'));
    },
    ...options.heartbeat,
  });
  await heartbeat.start();
  const ended = Promise.race([runner.promise, lost.promise]).finally(async () => {
    await heartbeat.stop();
    await pool.end();
  });
  // Whoever asks for `ended` hears of a failure; nobody else needs to.
  ended.catch(() => {});
  return {
    workerId: id,
    ended,
    async stop() {
      await runner.stop().catch((error: unknown) => {
        log.warn({ reason: String(error) }, 'the queue did not stop cleanly');
      });
      await ended.catch(() => {});
    },
  };
}

function createQueuePool(connectionString: string, concurrency: number, log: Logger): Pool {
  const pool = new Pool({
    connectionString,
    application_name: 'mlmcsc-queue',
    max: concurrency + 3,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const onError = (error: Error) => log.warn({ reason: error.message }, 'a connection of the queue was lost');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Returns once the database answers, or when the worker stops. */
async function waitForDatabase(pool: Pool, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await pool.query('select 1');
      return;
    } catch {
      await delay(200, undefined, { signal }).catch(() => {});
    }
  }
}

function jobIdOf(payload: unknown): string {
  const id = (payload as { job_id?: unknown } | null)?.job_id;
  if (typeof id !== 'string') throw new TypeError('a queue entry has no job_id');
  return id;
}
