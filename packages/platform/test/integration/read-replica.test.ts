import type { JobRecord } from '@mlmcsc/core';
import { Client, type Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '../../../../test/services/postgres.ts';
import { CaughtUpReplica, createPool, migrate, PostgresStore } from '../../src/postgres/index.ts';
import { uuidV7 } from '../../src/system/index.ts';
import { silentLog } from '../../src/testing/index.ts';

let primary: TestPostgres;
let replica: TestPostgres;
const pools: Pool[] = [];
beforeAll(async () => {
  primary = await startPostgres();
  await migrate(primary.url, silentLog);
  replica = await primary.startReplica();
});
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});
afterAll(() => primary?.stop());

function openStore(): PostgresStore {
  const common = { applicationName: 'test', log: silentLog };
  const pool = createPool({ ...common, url: primary.url });
  const readPool = createPool({ ...common, url: replica.url, awayToleranceMs: 0, connectTimeoutMs: 1_000 });
  pools.push(pool, readPool);
  return new PostgresStore(pool, new CaughtUpReplica(pool, readPool, silentLog));
}

async function storeJob(store: PostgresStore): Promise<string> {
  const one: JobRecord = {
    ...{
      id: uuidV7.next(),
      kind: 'analysis.batch.v1',
      state: 'queued',
      payload: {},
      attempts: 0,
      maxAttempts: 3,
    },
    ...{ progress: { done: 0, failed: 0, total: 0 }, error: null, result: null, createdBy: 'tess' },
    ...{ createdAt: new Date(), startedAt: null, finishedAt: null },
  } as JobRecord;
  await store.rows.jobs.insert(one, []);
  return one.id;
}

const newest = async (store: PostgresStore) => (await store.rows.jobs.list({}, { limit: 1 })).items[0]?.id;

async function onReplica<T extends object>(sql: string): Promise<T[]> {
  const client = new Client({ connectionString: replica.url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Statements that the store's connections to the replica ran last. */
const lastOnReplica = async () =>
  (
    await onReplica<{ query: string; state: string }>(
      `select query, state from pg_stat_activity where application_name = 'test'`,
    )
  ).map(({ query }) => query);

describe('a read replica', () => {
  test('answers lists, and always with what was just stored', async () => {
    const store = openStore();
    for (let i = 0; i < 40; i += 1) {
      const id = await storeJob(store);
      expect(await newest(store)).toBe(id);
    }
    expect(await lastOnReplica()).toContain('commit');
    expect((await store.rows.analyses.history({}, { limit: 5 })).items).toEqual([]);
    await expect(store.rows.analyses.history({}, { limit: 5, cursor: 'junk' })).rejects.toMatchObject({
      code: 'cursor-invalid',
    });
  });

  test('that is behind is not asked: what was stored before the request is always there', async () => {
    const store = openStore();
    await storeJob(store);
    await newest(store);
    await onReplica('select pg_wal_replay_pause()');
    for (let i = 0; i < 5; i += 1) {
      const id = await storeJob(store);
      expect(await newest(store)).toBe(id);
    }
    await onReplica('select pg_wal_replay_resume()');
  });

  test('that is killed is not missed, and is used again when it is back', async () => {
    const store = openStore();
    await newest(store);
    await replica.process().stop('SIGKILL');
    const id = await storeJob(store);
    expect(await newest(store)).toBe(id);
    await replica.start();
    await expect
      .poll(
        async () => {
          await newest(store);
          return lastOnReplica();
        },
        { timeout: 20_000, interval: 300 },
      )
      .toContain('commit');
  });

  test('that hangs delays one answer by a second or so', async () => {
    const store = openStore();
    const id = await storeJob(store);
    await newest(store);
    const pids = await onReplica<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'test'`,
    );
    const all = [replica.process().child.pid!, ...pids.map(({ pid }) => pid)];
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    try {
      const started = performance.now();
      expect(await newest(store)).toBe(id);
      expect(performance.now() - started).toBeLessThan(5_000);
    } finally {
      for (const pid of all) process.kill(pid, 'SIGCONT');
    }
  });
});
