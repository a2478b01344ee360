import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/postgres/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

const MIGRATIONS = join(import.meta.dirname, '../../src/postgres/migrations');
const RECORDED = join(import.meta.dirname, '../golden/previous-release/statements.sql');
const PG_DUMP = '/usr/bin/pg_dump';
const missing = existsSync(PG_DUMP) ? '' : ` (skipped: there is no ${PG_DUMP}; npm test installs it)`;

let server: TestDatabaseServer;
beforeAll(async () => {
  server = await startTestDatabaseServer();
});
afterAll(() => server.stop());

/** Everything that makes up the schema, as PostgreSQL itself writes it down. */
async function schemaOf(url: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    PG_DUMP,
    ['--schema-only', '--no-owner', '--no-privileges', `--dbname=${url}`],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  // Each dump has a random word of its own against injection.
  return stdout.replace(/^\\(un)?restrict .*$/gm, '');
}

/** What a first installation left: the first migration and whatever rows fit. @returns how many statements did */
async function useFirstSchema(url: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'mlmcsc-first-'));
  await cp(join(MIGRATIONS, '0001_core.sql'), join(folder, '0001_core.sql'));
  await migrate(url, silentLog, { folder });
  await rm(folder, { recursive: true });
  const client = new Client({ connectionString: url });
  await client.connect();
  let done = 0;
  for (const line of (await readFile(RECORDED, 'utf8')).split('\n')) {
    if (!line.startsWith('insert')) continue;
    await client.query(line).then(
      () => {
        done += 1;
      },
      // Tables of later migrations are not there yet.
      (error: { code?: string }) => expect(['42P01', '42703']).toContain(error.code),
    );
  }
  await client.end();
  return done;
}

test.skipIf(missing !== '')(
  `a database of the first migration, with rows, comes to the schema of a fresh installation${missing}`,
  async () => {
    const [fresh, old] = [await server.createEmptyDatabase(), await server.createEmptyDatabase()];
    await migrate(fresh, silentLog);
    expect(await useFirstSchema(old)).toBeGreaterThan(8);
    await migrate(old, silentLog);
    const wanted = await schemaOf(fresh);
    expect(wanted).toContain('CREATE TABLE public.labels');
    expect(wanted).toContain('CREATE TABLE graphile_worker');
    expect(await schemaOf(old)).toBe(wanted);
  },
);
