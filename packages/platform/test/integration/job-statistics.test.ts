import { PgDialect } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, PostgresStore } from '../../src/postgres/index.ts';
import { jobStatisticsQuery } from '../../src/postgres/rows/job-rows.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
let pool: Pool;
let store: PostgresStore;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  pool = createPool({ url: await server.createDatabase(), applicationName: 'test', log: silentLog });
  store = new PostgresStore(pool);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const at = new Date('2030-01-01T12:00:00Z');

async function addJobs(
  count: number,
  { state, age, kind = 'analysis.batch.v1' }: { state: string; age: string; kind?: string },
): Promise<void> {
  await pool.query(
    `insert into jobs (id, kind, state, payload, max_attempts, priority, created_by, created_at, available_at, finished_at)
     select gen_random_uuid(), $1, $2, '{}', 8, case when i % 10 = 0 then 'high' else 'low' end, 'tess', $3, $3::timestamptz - $4::interval,
       case when $2 in ('completed', 'dead') then $3::timestamptz end
     from generate_series(1, $5) i`,
    [kind, state, at, age, count],
  );
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Heap Fetches'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

test('figures tell what waits, since when, what runs and what is dead', async () => {
  await addJobs(20, { state: 'queued', age: '30 s' });
  await addJobs(10, { state: 'retrying', age: '-60 s' });
  await addJobs(10, { state: 'running', age: '90 s' });
  await addJobs(10, { state: 'dead', age: '1 h', kind: 'label.learn.v1' });
  await addJobs(10, { state: 'completed', age: '1 h' });
  expect(await store.rows.jobs.statistics(at)).toEqual([
    {
      ...{ kind: 'analysis.batch.v1', priority: 'high', queued: 2, retrying: 1, running: 1, dead: 0 },
      waitingSince: new Date('2030-01-01T11:59:30Z'),
    },
    {
      ...{ kind: 'analysis.batch.v1', priority: 'low', queued: 18, retrying: 9, running: 9, dead: 0 },
      waitingSince: new Date('2030-01-01T11:59:30Z'),
    },
    {
      ...{ kind: 'label.learn.v1', priority: 'high', queued: 0, retrying: 0, running: 0, dead: 1 },
      waitingSince: null,
    },
    {
      ...{ kind: 'label.learn.v1', priority: 'low', queued: 0, retrying: 0, running: 0, dead: 9 },
      waitingSince: null,
    },
  ]);
});

test('100 000 that wait beside 300 000 that are done are counted from the index alone', async () => {
  await addJobs(100_000, { state: 'queued', age: '30 s' });
  await addJobs(300_000, { state: 'completed', age: '30 s' });
  await pool.query('vacuum analyze jobs');
  const { sql, params } = new PgDialect().sqlToQuery(jobStatisticsQuery(at));
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, buffers, format json) ${sql}`,
    params,
  );
  const nodes: Plan[] = [];
  const walk = (plan: Plan) => {
    nodes.push(plan);
    plan.Plans?.forEach(walk);
  };
  walk(rows[0]!['QUERY PLAN'][0].Plan);
  const reads = nodes.filter((node) => node['Relation Name'] === 'jobs');
  expect(reads.map((node) => node['Node Type'])).toEqual(['Index Only Scan']);
  expect(reads[0]!['Heap Fetches']).toBe(0);
  // The index entries of what is not settled, at some 60 bytes each: 8 KiB pages, not the rows.
  expect(reads[0]!['Shared Hit Blocks'] + reads[0]!['Shared Read Blocks']).toBeLessThan(1_500);
  const startedAt = performance.now();
  const figures = await store.rows.jobs.statistics(at);
  const tookMs = performance.now() - startedAt;
  expect(figures.reduce((sum, { queued }) => sum + queued, 0)).toBe(100_020);
  // Some 40 ms on a shared processor.
  expect(tookMs).toBeLessThan(1_000);
});
