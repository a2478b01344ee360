import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProcessMetrics } from '../../src/metrics/index.ts';
import { createPool, PostgresStore } from '../../src/postgres/index.ts';
import { uuidV7 } from '../../src/system/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
let pool: Pool;
let store: PostgresStore;
let metrics: ProcessMetrics;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  pool = createPool({ url: await server.createDatabase(), applicationName: 'test', log: silentLog });
  metrics = new ProcessMetrics('worker', '1');
  metrics.watchPool('main', pool);
  store = new PostgresStore(pool);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const day = 86_400_000;

test('what was done in a day is counted, and what is older is not', async () => {
  const from = new Date(Date.now() - day);
  const nothing = { pictures: 0, specimens: 0, analyses: 0, labels: 0, labellers: 0, labelsOfBusiest: 0 };
  expect(await store.rows.figures.since(from)).toEqual({ lastDay: nothing, deliveriesWaiting: 0 });

  const old = '018f0000-0000-7000-8000-000000000001';
  for (const [index, id] of [old, uuidV7.next(), uuidV7.next(), uuidV7.next()].entries()) {
    const specimen = ['S1', 'S1', 'S1', null][index];
    await pool.query(
      `insert into images (id, sha256, file_name, media_type, size_bytes, width_px, height_px, display_key, thumbnail_key, specimen, uploaded_by, uploaded_at)
       values ($1, $2, 'a.jpg', 'image/jpeg', 1, 1, 1, 'd', 't', $3, 'tess', now())`,
      [id, String(index).repeat(64), specimen],
    );
  }
  expect((await store.rows.figures.since(from)).lastDay).toMatchObject({ pictures: 3, specimens: 1 });
  expect((await store.rows.figures.since(new Date(Date.now() + day))).lastDay).toEqual(nothing);
});

test('every statement is timed, of the pool, of transactions, and those that fail', async () => {
  const before = await counts();
  await pool.query('select 1');
  await store.transaction((rows) => rows.settings.learningStrategy());
  await expect(pool.query('select nothing')).rejects.toThrow('nothing');
  const after = await counts();
  // begin, the read, commit; and the first one.
  expect(after.ok - before.ok).toBeGreaterThanOrEqual(4);
  expect(after.failed - before.failed).toBe(1);
});

async function counts() {
  const lines = (await metrics.text()).split('\n');
  const of = (outcome: string) =>
    Number(
      lines
        .find((line) =>
          line.startsWith(`mlmcsc_database_query_duration_seconds_count{pool="main",outcome="${outcome}"}`),
        )
        ?.split(' ')[1] ?? 0,
    );
  return { ok: of('ok'), failed: of('failed') };
}
