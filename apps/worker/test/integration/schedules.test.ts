import { createUseCases } from '@mlmcsc/core';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
let now = new Date('2030-03-01T00:00:00Z');
beforeAll(async () => {
  server = await startTestDatabaseServer();
  product = await startTestProduct(await server.createDatabase());
});
afterAll(async () => {
  await product.close();
  await server.stop();
});

/** The use cases as one of many workers has them, at the time of the test. */
const worker = () =>
  createUseCases({
    ...product.dependencies,
    clock: { now: () => now, sleep: product.dependencies.clock.sleep },
  });

test('each time gives one job, however many workers look at once; times that went by give one together', async () => {
  const workers = Array.from({ length: 8 }, worker);
  await Promise.all(workers.map((one) => one.installSchedules()));
  const hourly = { name: 'drift', cron: '7 * * * *', timeZone: 'UTC', isEnabled: false };
  const other = { name: 'retention', cron: '47 3 * * *', timeZone: 'UTC', isEnabled: false };
  for (const off of [hourly, other]) await workers[0]!.changeSchedule({ ...off, username: 'ada' });
  const look = async () => (await Promise.all(workers.map((one) => one.startDueJobs()))).flat();
  expect(await look()).toEqual([]);
  now = new Date('2030-03-01T03:17:04Z');
  const first = await look();
  expect(first).toHaveLength(1);
  expect(await look()).toEqual([]);
  expect(await product.useCases.listSchedules()).toMatchObject([
    { ...hourly, lastAt: null },
    { name: 'prune', lastAt: now, lastJobId: first[0], nextAt: new Date('2030-03-02T03:17:00Z') },
    { ...other, lastAt: null },
  ]);
  await product.runJob(first[0]!);
  now = new Date('2030-03-20T09:00:00Z');
  const late = await look();
  expect(late).toHaveLength(1);
  expect(late[0]).not.toBe(first[0]);
  const [, schedule] = await product.useCases.listSchedules();
  expect(schedule!.nextAt).toEqual(new Date('2030-03-21T03:17:00Z'));
});

test('a schedule that is off does not start; a new release keeps what was changed', async () => {
  const one = worker();
  const choice = { cron: '0 5 * * *', timeZone: 'Asia/Kolkata', username: 'ada' };
  await one.changeSchedule({ name: 'prune', ...choice, isEnabled: false });
  now = new Date('2030-05-01T12:00:00Z');
  expect(await one.startDueJobs()).toEqual([]);
  await one.installSchedules();
  expect(await one.listSchedules()).toMatchObject([
    { name: 'drift' },
    { name: 'prune', cron: '0 5 * * *', isEnabled: false },
    { name: 'retention' },
  ]);
});

test('pruning deletes what is past its time and nothing else', async () => {
  const { pool } = product;
  const one = worker();
  const old = await product.analyse(12);
  const { id } = await product.useCases.startBatchAnalysis({ imageIds: [old.imageId], username: 'tess' });
  await product.runJob(id);
  const young = await product.useCases.startBatchAnalysis({ imageIds: [old.imageId], username: 'tess' });
  await product.runJob(young.id);
  now = new Date();
  await pool.query(`update jobs set finished_at = now() - interval '91 days' where id = $1`, [id]);
  await pool.query(`insert into idempotency_key (username, key, fingerprint, claimed_at) values
    ('tess', 'old', 'f', now() - interval '25 hours'), ('tess', 'young', 'f', now())`);
  await pool.query(`insert into worker_heartbeats (worker_id, beat_at) values
    ('gone', now() - interval '2 hours'), ('here', now())`);
  await pool.query(`insert into auth_user (id, name, email, username, role)
    values ('0190a0c0-0000-7000-8000-0000000000aa', 'T', 't@x', 't', 'viewer')`);
  await pool.query(`insert into auth_session (token, user_id, expires_at) values
    ('old', '0190a0c0-0000-7000-8000-0000000000aa', now() - interval '2 days'),
    ('young', '0190a0c0-0000-7000-8000-0000000000aa', now() + interval '1 hour')`);
  await pool.query(`insert into webhook_subscriptions (id, url, event_types, is_enabled, secret, created_by, created_at)
    values ('0190a0c0-0000-7000-8000-0000000000bb', 'https://x', '{x}', true, '', 'ada', now())`);
  for (const [event, state] of [
    ['0190a0c0-0000-7000-8000-0000000000c1', 'delivered'],
    ['0190a0c0-0000-7000-8000-0000000000c2', 'waiting'],
  ]) {
    await pool.query(
      `insert into webhook_events (id, type, subject, occurred_at) values ($1, 'x', '{}', now() - interval '31 days')`,
      [event],
    );
    await pool.query(
      `insert into webhook_deliveries (subscription_id, event_id, state)
       values ('0190a0c0-0000-7000-8000-0000000000bb', $1, $2)`,
      [event, state],
    );
  }
  const signal = new AbortController().signal;
  expect(await one.prune({ jobId: id, signal })).toEqual({
    ...{ idempotency_keys: 1, expired_sessions: 1, stopped_workers: 1, finished_jobs: 1 },
    webhook_events: 1,
    abandoned_uploads: 0,
  });
  expect(await one.prune({ jobId: id, signal })).toMatchObject({ finished_jobs: 0 });
  await expect(product.useCases.getJob(id)).rejects.toMatchObject({ code: 'job-not-found' });
  expect((await product.useCases.getJob(young.id)).state).toBe('completed');
  const items = await pool.query('select 1 from job_items where job_id = $1', [id]);
  expect(items.rowCount).toBe(0);
  const left = await pool.query(`select key from idempotency_key union all select token from auth_session`);
  expect(left.rows).toEqual([{ key: 'young' }, { key: 'young' }]);
  expect((await product.useCases.getAnalysis(old.analysisId)).analysis.id).toBe(old.analysisId);
});
