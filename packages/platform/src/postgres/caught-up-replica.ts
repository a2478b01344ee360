import { setTimeout as delay } from 'node:timers/promises';
import { DomainError, type Logger } from '@mlmcsc/core';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Database } from './database.ts';

/** Pauses between looks at a replica that is a moment behind. */
const waitsMs = [3, 6, 12, 25, 50];
const behindForMs = 500;
const awayForMs = 5_000;
/** A replica that does not even say where it is within this time is away. */
const silentMs = 1_000;

/** Reads on a replica, but only what the database itself would answer: each read first learns how far the database's log
 * reaches, and the replica must have replayed it so far. So everybody sees what was stored before the request, by whomever
 * and in whichever process, and no session has to be remembered.
 */
export class CaughtUpReplica {
  readonly #primary: Pool;
  readonly #replica: Pool;
  readonly #log: Logger;
  #avoidedUntil = 0;

  constructor(primary: Pool, replica: Pool, log: Logger) {
    this.#primary = primary;
    this.#replica = replica;
    this.#log = log;
  }

  /** @returns null when the database itself must be asked: the replica is behind, away, or gave up */
  async read<T>(work: (database: Database) => Promise<T>): Promise<{ readonly value: T } | null> {
    if (performance.now() < this.#avoidedUntil) return null;
    const { rows } = await this.#primary.query<{ position: string }>(
      'select pg_current_wal_flush_lsn()::text as position',
    );
    let client: PoolClient | null = null;
    try {
      client = await this.#replica.connect();
      if (!(await beginAt(client, rows[0]!.position))) {
        this.#avoidedUntil = performance.now() + behindForMs;
        await client.query('rollback');
        client.release();
        return null;
      }
      const value = await work(drizzle({ client }));
      await client.query('commit');
      client.release();
      return { value };
    } catch (error) {
      client?.release(true);
      // What is wrong with the request is wrong everywhere.
      if (error instanceof DomainError) throw error;
      this.#avoidedUntil = performance.now() + awayForMs;
      this.#log.warn(
        { reason: (error as Error).message },
        'the replica cannot be read; the database answers',
      );
      return null;
    }
  }
}

/** Begins a transaction on a replica, which a pooler may choose, and waits until it has replayed the log up to the position. */
async function beginAt(client: PoolClient, position: string): Promise<boolean> {
  if (!/^[0-9A-F]+\/[0-9A-F]+$/.test(position)) throw new Error('the database told no position of its log');
  // A replica that became the database has no log to replay.
  const isThere = `select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end
                     >= '${position}'::pg_lsn as there`;
  const ask = async (text: string): Promise<boolean> => {
    const answer: unknown = await client.query({ text, query_timeout: silentMs } as { text: string });
    const last = (Array.isArray(answer) ? answer.at(-1) : answer) as QueryResult<{ there: boolean | null }>;
    return last.rows[0]?.there === true;
  };
  if (await ask(`begin read only; set local statement_timeout = '30s'; ${isThere}`)) return true;
  for (const wait of waitsMs) {
    await delay(wait);
    if (await ask(isThere)) return true;
  }
  return false;
}
