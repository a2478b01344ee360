import { setTimeout as delay } from 'node:timers/promises';
import { Unavailable } from '@mlmcsc/core';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { driverError, isConnectionLoss, isTimeOut } from './connection-loss.ts';
import type { Database } from './database.ts';
import { isTransactionConflict } from './translate-database-error.ts';
import { whileAway } from './while-away.ts';

const mostConflicts = 4;
/** How long an interrupted commit may stay undecided. */
const undecidedMs = 5_000;
/** The number lies in the future. */
const invalidParameter = '22023';

/** Only this transaction is meant: a pooler may give its connection to somebody else afterwards. */
const begin = `begin;
  set local statement_timeout = '30s';
  set local idle_in_transaction_session_timeout = '60s';
  select pg_current_xact_id()::text as id, pg_stat_get_bgwriter_stat_reset_time()::text as recovery`;

/** Names a transaction beyond its connection. After a crash the server gives numbers again that had not reached its log, so
 * a number says nothing about a server that recovered meanwhile; its statistics begin anew then (and only then, unless
 * somebody resets them).
 */
interface TransactionName {
  readonly id: string;
  readonly recovery: string;
}

/** Runs the work in one transaction. It is run again from the start when others changed the same rows or the connection
 * broke before the commit, so it must touch nothing but rows. A connection that breaks during the commit leaves the
 * question whether it happened; the database is asked, by the transaction's number.
 * @throws Unavailable `outcome-unknown` when even that cannot be answered, as after a crash
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
  let name: TransactionName;
  let result: T;
  try {
    name = await beginOn(client);
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
    if (await isCommitted(pool, name, error)) return result;
    throw error;
  }
  client.release();
  return result;
}

async function beginOn(client: PoolClient): Promise<TransactionName> {
  const results = (await client.query(begin)) as unknown as QueryResult<TransactionName>[];
  return results.at(-1)!.rows[0]!;
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
async function isCommitted(pool: Pool, { id, recovery }: TransactionName, cause: unknown): Promise<boolean> {
  const deadline = performance.now() + undecidedMs;
  while (performance.now() < deadline) {
    const answer = await statusOf(pool, id);
    if (answer === null) break;
    // A commit that survived keeps its number, so these two hold after a crash as well.
    if (answer.status === 'aborted' || answer.status === 'never given') return false;
    if (answer.status === 'committed') {
      if (answer.recovery === recovery) return true;
      break;
    }
    await delay(50);
  }
  throw new Unavailable(
    'outcome-unknown',
    'The database went away while it stored the change; look whether it is there before you repeat it.',
    { cause },
  );
}

async function statusOf(
  pool: Pool,
  id: string,
): Promise<{ readonly status: string | null; readonly recovery: string | null } | null> {
  try {
    const { rows } = await pool.query<{ status: string | null; recovery: string }>(
      'select pg_xact_status($1::xid8) as status, pg_stat_get_bgwriter_stat_reset_time()::text as recovery',
      [id],
    );
    // Null: so long ago that the server does not know any more.
    return rows[0]?.status == null ? null : rows[0];
  } catch (error) {
    return driverError(error)?.code === invalidParameter ? { status: 'never given', recovery: null } : null;
  }
}
