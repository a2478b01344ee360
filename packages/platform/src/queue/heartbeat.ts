import type { Logger } from '@mlmcsc/core';
import type { Pool } from 'pg';

export interface HeartbeatOptions {
  readonly pool: Pool;
  /** The names under which this process takes entries. */
  readonly workerIds: readonly string[];
  readonly log: Logger;
  /** Entries this worker has in hand. */
  readonly inHand: ReadonlySet<string>;
  /** Told when the queue says that this worker has entries it knows nothing of: nobody would ever run them. */
  readonly onLostEntries: (ids: readonly string[]) => void;
  /** @default 3 s */
  readonly intervalMs?: number | undefined;
  /** A worker without a beat for so long counts as dead. @default 10 s */
  readonly deadAfterMs?: number | undefined;
}

/** After a lost database every worker looks dead for a moment: so many own beats must have gone through before judging others. */
const beatsBeforeJudging = 3;

/** Tells that this worker lives, and frees the queue entries of workers that no longer do: a killed worker's jobs are taken
 * over within some 15 s.
 */
export class Heartbeat {
  readonly #options: Required<HeartbeatOptions>;
  readonly #startedAt = performance.now();
  #timer: NodeJS.Timeout | null = null;
  #beating: Promise<void> = Promise.resolve();
  #beatsInARow = 0;

  constructor(options: HeartbeatOptions) {
    this.#options = {
      ...options,
      intervalMs: options.intervalMs ?? 3_000,
      deadAfterMs: options.deadAfterMs ?? 10_000,
    };
  }

  /** Resolves after the first beat, which must be written before the worker takes a job. */
  async start(): Promise<void> {
    await this.#beat();
    this.#timer = setInterval(() => {
      this.#beating = this.#beatAndFree();
    }, this.#options.intervalMs);
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#beating;
    await this.#options.pool
      .query('delete from worker_heartbeats where worker_id = any($1::text[])', [this.#options.workerIds])
      .catch(() => {});
  }

  async #beatAndFree(): Promise<void> {
    try {
      await this.#beat();
      this.#beatsInARow += 1;
      if (this.#beatsInARow >= beatsBeforeJudging || this.#isFirstStart()) await this.#freeDead();
      await this.#findLostEntries();
    } catch (error) {
      this.#beatsInARow = 0;
      this.#options.log.warn({ reason: (error as Error).message }, 'the worker could not tell that it lives');
    }
  }

  /** Only after a loss must others be given time; a fresh worker may free at once what a dead one left. */
  #isFirstStart(): boolean {
    return this.#beatsInARow > 0 && performance.now() - this.#startedAt < this.#options.deadAfterMs;
  }

  async #beat(): Promise<void> {
    await this.#options.pool.query(
      `insert into worker_heartbeats (worker_id) select unnest($1::text[])
       on conflict (worker_id) do update set beat_at = now()`,
      [this.#options.workerIds],
    );
  }

  async #freeDead(): Promise<void> {
    const { pool, deadAfterMs, log } = this.#options;
    const { rows } = await pool.query<{ locked_by: string }>(
      `select distinct locked_by from graphile_worker.jobs
       where locked_by is not null
         and locked_at < now() - $1 * interval '1 millisecond'
         and locked_by not in (
           select worker_id from worker_heartbeats where beat_at > now() - $1 * interval '1 millisecond')`,
      [deadAfterMs],
    );
    const dead = rows.map((row) => row.locked_by);
    if (dead.length > 0) {
      await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
      log.warn({ dead_workers: dead }, 'jobs of dead workers are free again');
    }
  }

  /** An entry stays locked when its end could not be written, for instance because the database died just then. */
  async #findLostEntries(): Promise<void> {
    const { pool, workerIds, deadAfterMs, inHand, onLostEntries } = this.#options;
    const { rows } = await pool.query<{ id: string }>(
      `select id from graphile_worker.jobs
       where locked_by = any($1::text[]) and locked_at < now() - $2 * interval '1 millisecond'`,
      [workerIds, deadAfterMs],
    );
    const lost = rows.map((row) => row.id).filter((id) => !inHand.has(id));
    if (lost.length > 0) onLostEntries(lost);
  }
}
