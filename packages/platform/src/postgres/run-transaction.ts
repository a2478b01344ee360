import { setTimeout as delay } from 'node:timers/promises';
import { Unavailable } from '@mlmcsc/core';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { isConnectionLoss, isTimeOut } from './connection-loss.ts';
import type { Database } from './database.ts';
import { isTransactionConflict } from './translate-database-error.ts';
import { whileAway } from './while-away.ts';

const mostConflicts = 4;
/** How long an interrupted commit may stay undecided. */
const undecidedMs = 5_000;

/** Only this transaction is meant: a pooler may give its connection to somebody else afterwards. */
const begin = `begin;
  set local statement_timeout = '30s';
  set local idle_in_transaction_session_timeout = '60s';
  select pg_current_xact_id()::text as id`;

/** Runs the work in one transaction. It is run again from the start when others changed the same rows or the connection
 * broke before the commit, so it must touch nothing but rows. A connection that breaks during the commit leaves the
 * question whether it happened; the database is asked, by the transaction's number.
 * @throws Unavailable `outcome-unknown` when even that cannot be answered
 */
export async function runTransaction<T>(pool: Pool, work: (database: Database) => Promise<T>): Promise<T> {
  for (let conflicts = 1; ; conflicts += 1) {
    try {
      return await whileAway(() => attemptTransaction(pool, work));
    } catch (error) {
      if (!isTransactionConflict(error) || conflicts === mostConflicts) throw error;
    }
  }
}

async function attemptTransaction<T>(pool: Pool, work: (database: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let id: string;
  let result: T;
  try {
    id = await beginOn(client);
    result = await work(drizzle({ client }));
  } catch (error) {
    await giveUp(client, error);
    throw error;
  }
  try {
    const { command } = await client.query('commit');
    // PostgreSQL answers so when a statement failed and nobody let its error out.
    if (command !== 'COMMIT') throw new Error('a failed statement was ignored: nothing was stored');
  } catch (error) {
    client.release(true);
    if (!isConnectionLoss(error) && !isTimeOut(error)) throw error;
    if (await isCommitted(pool, id, error)) return result;
    throw error;
  }
  client.release();
  return result;
}

/** @returns the transaction's number, good beyond this connection */
async function beginOn(client: PoolClient): Promise<string> {
  const results = (await client.query(begin)) as unknown as QueryResult<{ id: string }>[];
  return results.at(-1)!.rows[0]!.id;
}

/** Rolls back, or drops a connection on which nothing can be said any more. */
async function giveUp(client: PoolClient, error: unknown): Promise<void> {
  if (isConnectionLoss(error) || isTimeOut(error)) {
    client.release(true);
    return;
  }
  const failure = await client.query('rollback').then(
    () => false,
    () => true,
  );
  client.release(failure);
}

/** Whether an interrupted commit happened. @throws Unavailable `outcome-unknown` */
async function isCommitted(pool: Pool, id: string, cause: unknown): Promise<boolean> {
  const deadline = performance.now() + undecidedMs;
  while (performance.now() < deadline) {
    const status = await pool
      .query<{ status: string | null }>('select pg_xact_status($1::xid8) as status', [id])
      .then(
        ({ rows }) => rows[0]?.status ?? null,
        () => null,
      );
    if (status === 'committed') return true;
    if (status === 'aborted') return false;
    if (status === null) break;
    await delay(50);
  }
  throw new Unavailable(
    'outcome-unknown',
    'The database went away while it stored the change; look whether it is there before you repeat it.',
    { cause },
  );
}
