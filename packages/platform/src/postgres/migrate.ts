import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Conflict, type Logger } from '@mlmcsc/core';
import { Logger as QueueLogger, runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { translateDatabaseError } from './translate-database-error.ts';

const migrationsFolder = join(import.meta.dirname, 'migrations');
/** Any constant; all processes that migrate must use the same. */
const lockKey = 7_261_531_001;

export interface MigrationResult {
  /** File names applied now, in order; empty when everything was up to date. */
  readonly applied: readonly string[];
}

export interface MigrateOptions {
  /** @default the migrations of this release */
  readonly folder?: string;
  /** Runs these and no others, to make the schema that a backup was taken from. @default all */
  readonly only?: readonly { readonly name: string; readonly sha256: string }[];
}

/** Brings the schema and the queue's schema up to date, forward only. Safe to call from several processes at once
 * and as often as one likes.
 * @param url - a direct connection as the owner of the database
 * @throws Conflict `migration-changed`, `backup-newer`; Unavailable
 */
export async function migrate(
  url: string,
  log: Logger,
  { folder = migrationsFolder, only }: MigrateOptions = {},
): Promise<MigrationResult> {
  const client = new Client({ connectionString: url, application_name: 'mlmcsc-migrate' });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const applied = await applyFiles(client, folder, only);
    await runMigrations({ connectionString: url, logger: queueLogger(log) });
    if (applied.length > 0) log.info({ applied }, 'database schema brought up to date');
    return { applied };
  } catch (error) {
    throw translateDatabaseError(error);
  } finally {
    // Ending the session releases the lock.
    await client.end().catch(() => {});
  }
}

/** Names of the migrations that this release brings, in order. */
export const releasedMigrations = (): Promise<readonly string[]> => migrationFiles(migrationsFolder);

/** Names of the migrations that this release brings and the database does not have yet. @throws Unavailable */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const client = new Client({
    ...{ connectionString: url, application_name: 'mlmcsc-migrate' },
    // Asking is short: a server that hangs is told as such.
    ...{ connectionTimeoutMillis: 5_000, query_timeout: 5_000 },
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const files = await migrationFiles(migrationsFolder);
    const { rows: tables } = await client.query(`select to_regclass('schema_migrations') as name`);
    if (tables[0].name === null) return files;
    const { rows } = await client.query<{ name: string }>('select name from schema_migrations');
    const applied = new Set(rows.map(({ name }) => name));
    return files.filter((name) => !applied.has(name));
  } catch (error) {
    throw translateDatabaseError(error);
  } finally {
    await client.end().catch(() => {});
  }
}

async function applyFiles(client: Client, folder: string, only: MigrateOptions['only']): Promise<string[]> {
  const files = await migrationFiles(folder);
  const strange = only?.filter(({ name }) => !files.includes(name)) ?? [];
  if (strange.length > 0) {
    throw new Conflict(
      'backup-newer',
      `This release does not know the migration ${strange[0]?.name}; use the release that made the backup, or a newer one.`,
    );
  }
  const wanted = new Map(only?.map(({ name, sha256 }) => [name, sha256]));
  await client.query(`create table if not exists schema_migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migrations',
  );
  const known = new Map(rows.map((row) => [row.name, row.sha256]));
  const applied: string[] = [];
  for (const name of files) {
    if (only !== undefined && !wanted.has(name)) continue;
    const sql = await readFile(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const before = known.get(name);
    if (before === sha256) continue;
    if (before !== undefined || (wanted.get(name) ?? sha256) !== sha256) {
      throw new Conflict(
        'migration-changed',
        `The migration ${name} was changed after it had been applied; add a new file instead.`,
      );
    }
    await client.query('begin');
    try {
      await client.query(sql);
      await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [name, sha256]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw new Error(`migration ${name} failed`, { cause: error });
    }
    applied.push(name);
  }
  return applied;
}

/** Numbered files in order. @throws Conflict `migration-changed` when two share a number */
async function migrationFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  const numbers = new Set(names.map((name) => name.slice(0, 4)));
  if (numbers.size !== names.length) {
    throw new Conflict('migration-changed', `Two migrations share a number: ${names.join(', ')}.`);
  }
  return names;
}

/** Only what went wrong; its progress messages say nothing new. */
function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ source: 'graphile-worker' }, message);
  });
}
