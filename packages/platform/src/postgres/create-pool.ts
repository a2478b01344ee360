import type { Logger } from '@mlmcsc/core';
import { Pool } from 'pg';

export interface PoolOptions {
  readonly url: string;
  /** Shown in pg_stat_activity, e.g. `mlmcsc-api`. */
  readonly applicationName: string;
  /** @default 10 */
  readonly maxConnections?: number | undefined;
  /** Longest a single statement may take. @default 30 000 ms */
  readonly statementTimeoutMs?: number | undefined;
  readonly log: Logger;
}

/** A pool that survives lost connections: a broken idle client is dropped and logged, never thrown. */
export function createPool(options: PoolOptions): Pool {
  const statementTimeoutMs = options.statementTimeoutMs ?? 30_000;
  const pool = new Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    // A server that stopped answering cannot time anything out itself.
    query_timeout: statementTimeoutMs + 5_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  });
  pool.on('error', (error) => {
    options.log.warn({ reason: error.message }, 'an idle database connection was lost');
  });
  // A client that breaks while it is checked out emits too; its query rejects, so logging would only repeat it.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
