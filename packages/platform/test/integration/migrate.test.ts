import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/postgres/migrate.ts';
import * as schema from '../../src/postgres/schema.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
beforeAll(async () => {
  server = await startTestDatabaseServer();
});
afterAll(async () => {
  await server.stop();
});

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const shapeOf = (url: string) =>
  query(
    url,
    `select table_schema, table_name, column_name, data_type, is_nullable, column_default
     from information_schema.columns where table_schema in ('public', 'graphile_worker') order by 1, 2, 3`,
  );

test('a second run changes nothing', async () => {
  const url = await server.createEmptyDatabase();
  const first = await migrate(url, silentLog);
  const shape = await shapeOf(url);
  const second = await migrate(url, silentLog);
  expect(first.applied[0]).toBe('0001_core.sql');
  expect(second.applied).toEqual([]);
  expect(await shapeOf(url)).toEqual(shape);
});

test('processes that migrate at the same time wait for each other', async () => {
  const url = await server.createEmptyDatabase();
  const results = await Promise.all([1, 2, 3].map(() => migrate(url, silentLog)));
  expect(results.filter((result) => result.applied.length > 0)).toHaveLength(1);
});

test('a changed file and a repeated number are refused, a failing file leaves nothing behind', async () => {
  const url = await server.createEmptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'mlmcsc-migrations-'));
  try {
    await writeFile(join(folder, '0001_first.sql'), 'create table first (id int);');
    await migrate(url, silentLog, { folder });
    await writeFile(join(folder, '0002_second.sql'), 'create table second (id int); select 1/0;');
    await expect(migrate(url, silentLog, { folder })).rejects.toThrow('0002_second.sql');
    expect(await query(url, `select 1 from pg_class where relname = 'second'`)).toEqual([]);
    await writeFile(join(folder, '0001_first.sql'), 'create table first (id bigint);');
    await expect(migrate(url, silentLog, { folder })).rejects.toMatchObject({ code: 'migration-changed' });
    await writeFile(join(folder, '0001_other.sql'), 'select 1;');
    await expect(migrate(url, silentLog, { folder })).rejects.toMatchObject({ code: 'migration-changed' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the query builder knows the tables as they are', async () => {
  const url = await server.createDatabase();
  const columns = await query<{ table_name: string; column_name: string; is_nullable: string }>(
    url,
    `select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'public'`,
  );
  for (const table of Object.values(schema)) {
    const name = getTableName(table);
    const described = Object.values(getTableColumns(table)).map(
      (column) => `${column.name}:${column.notNull}`,
    );
    const real = columns
      .filter(
        (column) =>
          column.table_name === name &&
          !['search_text', 'updated_at', 'last_sent_at'].includes(column.column_name),
      )
      .map((column) => `${column.column_name}:${column.is_nullable === 'NO'}`);
    const known = described.filter((column) => !column.startsWith('updated_at'));
    expect(known.sort(), name).toEqual(real.sort());
  }
});
