import type { Logger } from '@mlmcsc/core';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { traceQueries } from './trace-queries.ts';
import { awayToleranceMs, whileAway } from './while-away.ts';

export interface PoolOptions {
  readonly url: string;
  /** Shown in pg_stat_activity, e.g. `mlmcsc-api`. */
  readonly applicationName: string;
  /** @default 10 */
  readonly maxConnections?: number | undefined;
  /** Longest a single statement may take. @default 30 000 ms */
  readonly statementTimeoutMs?: number | undefined;
  /** How long callers wait for a database that refuses connections. @default 5 s */
  readonly awayToleranceMs?: number | undefined;
  /** How long a server may take to let a client in. @default 5 s */
  readonly connectTimeoutMs?: number | undefined;
  readonly log: Logger;
}

/** A client that is silent for so long is given up as well. */
const connectTimeoutMs = 5_000;
const idleInTransactionMs = 60_000;
/** The server ends a statement itself before the client gives it up. */
const graceMs = 2_000;

/** A pool that survives a database that restarts: connecting waits a moment, lone reads are repeated, broken
 * connections are dropped and logged, never thrown.
 */
export function createPool(options: PoolOptions): Pool {
  const statementTimeoutMs = options.statementTimeoutMs ?? 30_000;
  const pool = new PatientPool(
    {
      connectionString: options.url,
      application_name: options.applicationName,
      max: options.maxConnections ?? 10,
      connectionTimeoutMillis: options.connectTimeoutMs ?? connectTimeoutMs,
      idleTimeoutMillis: 30_000,
      // A server that stopped answering cannot time anything out itself.
      query_timeout: statementTimeoutMs + graceMs,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      keepAlive: true,
    },
    options.awayToleranceMs ?? awayToleranceMs,
  );
  pool.on('error', (error) => {
    options.log.warn({ reason: error.message }, 'an idle database connection was lost');
  });
  // A client that breaks while it is checked out emits too; its query rejects, so logging would only repeat it.
  pool.on('connect', (client) => {
    client.on('error', () => {});
    traceQueries(client);
  });
  return pool;
}

type ConnectCallback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void;
type Query = (...parameters: unknown[]) => Promise<unknown>;

/** Everything that uses the pool connects through `connect`, so waiting there covers all of it. */
class PatientPool extends Pool {
  readonly #toleranceMs: number;

  constructor(config: PoolConfig, toleranceMs: number) {
    super(config);
    this.#toleranceMs = toleranceMs;
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<PoolClient> | undefined {
    const connecting = whileAway(
      () => this.#connect(),
      this.#toleranceMs,
      () => !this.ending,
    );
    if (callback === undefined) return connecting;
    connecting.then(
      (client) => callback(undefined, client, client.release),
      (error: Error) => callback(error, undefined, () => {}),
    );
    return undefined;
  }

  /** A transaction pooler keeps no settings of sessions and refuses them; then the role must have them. */
  async #connect(): Promise<PoolClient> {
    try {
      return await super.connect();
    } catch (error) {
      if (!/unsupported startup parameter/.test((error as Error).message)) throw error;
      this.options.statement_timeout = undefined;
      this.options.idle_in_transaction_session_timeout = undefined;
      return super.connect();
    }
  }

  override query = ((...parameters: unknown[]) => {
    const query = super.query as unknown as Query;
    const isCallback = parameters.some((parameter) => typeof parameter === 'function');
    if (isCallback || !isLoneRead(parameters[0])) return query.apply(this, parameters);
    return whileAway(
      () => query.apply(this, parameters),
      this.#toleranceMs,
      () => !this.ending,
    );
  }) as Pool['query'];
}

/** Words that change something, also inside a SELECT. */
const changes =
  /\b(insert|update|delete|merge|into|nextval|setval|pg_notify|pg_advisory\w*|audit_append|add_jobs?|remove_job|force_unlock_workers)\b/i;

/** Whether it is one SELECT without side effects. A read that looks like more is merely not repeated. */
function isLoneRead(query: unknown): boolean {
  const text = typeof query === 'string' ? query : (query as { text?: unknown } | null)?.text;
  return typeof text === 'string' && /^\s*(select|with)\b/i.test(text) && !changes.test(text);
}
