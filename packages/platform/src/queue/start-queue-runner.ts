import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { JobKind, Logger } from '@mlmcsc/core';
import {
  Logger as GraphileLogger,
  type JobHelpers,
  type Runner,
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

/** Kinds that share slots: a lane that is full leaves the slots of the others free. */
export interface QueueLane {
  readonly kinds: readonly JobKind[];
  /** Entries at the same time in this worker. */
  readonly concurrency: number;
}

export interface QueueRunnerOptions {
  /** A direct connection: the queue listens for notifications. */
  readonly url: string;
  /** Entries of kinds in no lane are left to other workers. */
  readonly lanes: readonly QueueLane[];
  /** Settles an entry; rejecting repeats it later. */
  readonly run: (entry: QueueEntry) => Promise<void>;
  readonly log: Logger;
  /** How long running work may go on after `stop()` before its signal aborts. @default 2 s */
  readonly drainMs?: number | undefined;
  readonly heartbeat?: Pick<HeartbeatOptions, 'intervalMs' | 'deadAfterMs'> | undefined;
}

export interface QueueRunner {
  /** One name for each lane, as the queue's locks show them. */
  readonly workerIds: readonly string[];
  /** Settles when the runner ends, by `stop()` or by a failure (rejects). */
  readonly ended: Promise<void>;
  /** Takes nothing new, lets running work end or hands it back, resolves when all is settled. */
  stop(): Promise<void>;
}

/** How often the queue is looked at besides notifications (retries and entries for later need it). */
const pollIntervalMs = 1_000;
/** Connections besides the one on which each lane listens: taking and ending entries is short. */
const sharedConnections = 4;

/** Takes entries off the queue in PostgreSQL until stopped. */
export async function startQueueRunner(options: QueueRunnerOptions): Promise<QueueRunner> {
  const { url, log } = options;
  const lanes = options.lanes.filter(({ kinds, concurrency }) => kinds.length > 0 && concurrency > 0);
  const pool = createQueuePool(url, lanes.length + sharedConnections, log);
  const inHand = new Set<string>();
  const runners = await startLanes(lanes, { ...options, pool, inHand });
  const workerIds = runners.map(({ id }) => id);
  const lost = Promise.withResolvers<never>();
  const heartbeat = new Heartbeat({
    ...{ pool, workerIds, log, inHand },
    onLostEntries(entries) {
      log.error({ entries }, 'the queue and this worker disagree: it must be started anew');
      lost.reject(new Error('the worker lost track of its queue entries'));
    },
    ...options.heartbeat,
  });
  const stopLanes = async () => {
    const stopped = await Promise.allSettled(runners.map(({ runner }) => runner.stop()));
    for (const result of stopped) {
      if (result.status === 'rejected')
        log.warn({ reason: String(result.reason) }, 'the queue did not stop cleanly');
    }
  };
  try {
    await heartbeat.start();
  } catch (error) {
    await stopLanes();
    await pool.end();
    throw error;
  }
  const allEnded = Promise.all(runners.map(({ runner }) => runner.promise)).then(() => {});
  const ended = Promise.race([allEnded, lost.promise]).finally(async () => {
    await heartbeat.stop();
    await pool.end();
  });
  // Whoever asks for `ended` hears of a failure; nobody else needs to.
  ended.catch(() => {});
  return {
    workerIds,
    ended,
    async stop() {
      await stopLanes();
      await ended.catch(() => {});
    },
  };
}

interface LaneContext extends QueueRunnerOptions {
  readonly pool: Pool;
  readonly inHand: Set<string>;
}

async function startLanes(
  lanes: readonly QueueLane[],
  context: LaneContext,
): Promise<readonly { readonly id: string; readonly runner: Runner }[]> {
  const started = await Promise.allSettled(lanes.map((lane) => startLane(lane, context)));
  const runners = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failure = started.find((result) => result.status === 'rejected');
  if (failure === undefined) return runners;
  await Promise.allSettled(runners.map(({ runner }) => runner.stop()));
  await context.pool.end();
  throw failure.reason;
}

async function startLane(
  { kinds, concurrency }: QueueLane,
  context: LaneContext,
): Promise<{ readonly id: string; readonly runner: Runner }> {
  const { pool, log, drainMs } = context;
  const events = new EventEmitter() as WorkerEvents;
  const id = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  const runner = await run({
    pgPool: pool,
    concurrency,
    taskList: Object.fromEntries(kinds.map((kind) => [kind, taskOf(kind, context)])) satisfies TaskList,
    events,
    noHandleSignals: true,
    pollInterval: pollIntervalMs,
    gracefulShutdownAbortTimeout: drainMs ?? 2_000,
    logger: new GraphileLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ source: 'graphile-worker' }, message);
    }),
  });
  return { id: await id, runner };
}

const taskOf =
  (kind: JobKind, { pool, inHand, run: settle }: LaneContext) =>
  async (payload: unknown, { job, abortSignal }: JobHelpers): Promise<void> => {
    inHand.add(job.id);
    try {
      await settle({ kind, jobId: jobIdOf(payload), signal: abortSignal });
    } finally {
      // The queue writes the end of an entry only once: it must find the database there.
      await waitForDatabase(pool, abortSignal);
      inHand.delete(job.id);
    }
  };

function createQueuePool(connectionString: string, max: number, log: Logger): Pool {
  const pool = new Pool({
    connectionString,
    application_name: 'mlmcsc-queue',
    max,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const onError = (error: Error) => log.warn({ reason: error.message }, 'a connection of the queue was lost');
  // Each lane listens for failures of the pool, too.
  pool.setMaxListeners(50);
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
