import {
  type BackedUpTable,
  Conflict,
  type DatabaseCopier,
  type DatabaseSnapshot,
  type Logger,
} from '@mlmcsc/core';
import { Client, type ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { migrate } from '../migrate.ts';
import { translateDatabaseError } from '../translate-database-error.ts';
import { fillDatabase } from './fill-database.ts';
import { listSequences, listTables, readSchemaHistory, selectRows } from './read-catalogue.ts';

/** Any constant but that of migrations. */
const lockKey = 7_261_531_002;
const keysPerRead = 1_000;

/** Reads a database as it was at one instant, and fills an empty one, over connections of its own that nothing times out.
 * @param url - a direct connection as the owner of the tables
 */
export class PostgresCopier implements DatabaseCopier {
  readonly #url: string;
  readonly #log: Logger;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#connected(async (client) => {
      const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
        lockKey,
      ]);
      if (rows[0]?.free !== true) {
        throw new Conflict(
          'backup-running',
          'Another backup of this database is under way; wait for its end.',
        );
      }
      return work();
    });
  }

  async withSnapshot<T>(work: (snapshot: DatabaseSnapshot) => Promise<T>): Promise<T> {
    return this.#connected(async (client) => {
      await client.query('begin isolation level repeatable read read only');
      // The first statement takes the snapshot: what was committed before this instant is in it.
      const { rows } = await client.query<{ now: Date; version: string }>(
        `select clock_timestamp() as now, current_setting('server_version') as version`,
      );
      const { now, version } = rows[0]!;
      return work({
        takenAt: now,
        postgresVersion: version,
        schema: await readSchemaHistory(client),
        tables: await listTables(client),
        sequences: await listSequences(client),
        auditHead: await readAuditHead(client),
        rowsOf: (table) => copyRows(client, table),
        objectKeys: () => readObjectKeys(client),
      });
    });
  }

  async *objectKeys(): AsyncGenerator<string, void> {
    const client = await this.#connect();
    try {
      yield* readObjectKeys(client);
    } catch (error) {
      throw translateDatabaseError(error);
    } finally {
      await client.end().catch(() => {});
    }
  }

  async removedOnPurpose(keys: readonly string[]): Promise<ReadonlySet<string>> {
    if (keys.length === 0) return new Set();
    return this.#connected(async (client) => {
      const { rows } = await client.query<{ key: string }>(
        'select key from object_removals where key = any($1)',
        [keys],
      );
      return new Set(rows.map(({ key }) => key));
    });
  }

  async fill(content: Parameters<DatabaseCopier['fill']>[0]): Promise<void> {
    await this.#connected(requireEmpty);
    try {
      await migrate(this.#url, this.#log, { only: content.schema.migrations });
      await this.#connected((client) => fillDatabase(client, content));
    } catch (error) {
      // Empty again, so that it can be tried again and nobody takes it for an installation.
      await this.#connected(async (client) => {
        await client.query(
          'drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public',
        );
      }).catch(() => {});
      throw error;
    }
  }

  async upgrade(): Promise<void> {
    await migrate(this.#url, this.#log);
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      ...{ connectionString: this.#url, application_name: 'mlmcsc-backup', connectionTimeoutMillis: 10_000 },
      keepAlive: true,
    });
    client.on('error', () => {});
    await client.connect();
    // Backups of large tables take long, and their form must not depend on settings of the server.
    await client.query(`set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set timezone = 'UTC';
      set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 3; set bytea_output = 'hex'`);
    return client;
  }

  async #connected<T>(work: (client: Client) => Promise<T>): Promise<T> {
    let client: Client | null = null;
    try {
      client = await this.#connect();
      return await work(client);
    } catch (error) {
      throw translateDatabaseError(error);
    } finally {
      await client?.end().catch(() => {});
    }
  }
}

async function* copyRows(client: ClientBase, table: BackedUpTable): AsyncGenerator<Uint8Array, void> {
  const stream = client.query(copyTo(`copy (${selectRows(table)}) to stdout`));
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

async function* readObjectKeys(client: ClientBase): AsyncGenerator<string, void> {
  for (let after = ''; ; ) {
    const { rows } = await client.query<{ key: string }>(
      `select distinct used.key from object_references used
       where used.key > $1 and not exists (select from object_removals removed where removed.key = used.key)
       order by used.key limit ${keysPerRead}`,
      [after],
    );
    for (const { key } of rows) yield key;
    if (rows.length < keysPerRead) return;
    after = rows.at(-1)!.key;
  }
}

async function readAuditHead(client: ClientBase) {
  const { rows } = await client.query<{ position: string; hash: string }>(
    'select position, hash from audit_log order by position desc limit 1',
  );
  const head = rows[0];
  return head === undefined ? null : { position: Number(head.position), hash: head.hash };
}

async function requireEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query(
    `select from pg_class where relkind in ('r', 'p', 'v', 'S') and relnamespace in
       (select oid from pg_namespace where nspname in ('public', 'graphile_worker')) limit 1`,
  );
  if (rows.length > 0) {
    throw new Conflict('restore-not-empty', 'The database is not empty; name an empty one to restore into.');
  }
}
