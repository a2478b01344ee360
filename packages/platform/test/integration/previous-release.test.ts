import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/postgres/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

/** The statements of the release before, each ending a line. */
const RECORDED = join(import.meta.dirname, '../golden/previous-release/statements.sql');
const MIGRATIONS = join(import.meta.dirname, '../../src/postgres/migrations');
/** The last migration of that release; applied files never change, so they are its schema. */
const LAST_MIGRATION = '0003';

const readStatements = async (): Promise<string[]> =>
  (await readFile(RECORDED, 'utf8'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('--'));

let server: TestDatabaseServer;
let previousMigrations: string;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  previousMigrations = await mkdtemp(join(tmpdir(), 'mlmcsc-previous-'));
  const names = (await readdir(MIGRATIONS)).filter((name) => name.slice(0, 4) <= LAST_MIGRATION);
  for (const name of names) await cp(join(MIGRATIONS, name), join(previousMigrations, name));
});
afterAll(async () => {
  await server.stop();
  await rm(previousMigrations, { recursive: true });
});

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What each statement does, one after the other; a failing one leaves no trace. */
const outcomesOn = (url: string, statements: readonly string[]) =>
  connected(url, async (client) => {
    const outcomes: string[] = [];
    for (const sql of statements) {
      const outcome = await client.query(sql).then(
        ({ command, rowCount, rows }) => `${command} ${rowCount} ${JSON.stringify(rows)}`,
        (error: { code?: string }) => `refused: ${error.code}`,
      );
      outcomes.push(`${outcome} ← ${sql}`);
    }
    return outcomes;
  });

const tables = ['images', 'models', 'analyses', 'labels', 'jobs', 'job_items', 'deployments', 'auth_user'];
const countsOn = (url: string) =>
  connected(url, async (client) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      counts[table] = rows[0]!.count;
    }
    return counts;
  });

test('the statements of the release before do on the schema of now what they did on theirs', async () => {
  const statements = await readStatements();
  const [theirs, ours] = [await server.createEmptyDatabase(), await server.createEmptyDatabase()];
  await migrate(theirs, silentLog, { folder: previousMigrations });
  await migrate(ours, silentLog);
  const expected = await outcomesOn(theirs, statements);
  // Two are refused on purpose: labels and deployments are never changed.
  expect(expected.filter((outcome) => !outcome.startsWith('refused')).length).toBe(statements.length - 2);
  expect(await outcomesOn(ours, statements)).toEqual(expected);
});

test('a database of the release before keeps its rows, and the release before goes on working on it', async () => {
  const statements = await readStatements();
  const url = await server.createEmptyDatabase();
  await migrate(url, silentLog, { folder: previousMigrations });
  await outcomesOn(url, statements);
  const before = await countsOn(url);
  expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
  const { applied } = await migrate(url, silentLog);
  expect(applied.length).toBeGreaterThan(0);
  expect(await countsOn(url)).toEqual(before);
  const reads = statements.filter((sql) => /^select/.test(sql));
  const outcomes = await outcomesOn(url, reads);
  expect(outcomes.filter((outcome) => outcome.startsWith('refused'))).toEqual([]);
});
