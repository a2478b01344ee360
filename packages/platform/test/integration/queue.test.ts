import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { poolUrlOf } from '../../../../test/services/database-route.ts';
import { createPool, PostgresStore } from '../../src/postgres/index.ts';
import {
  type QueueEntry,
  type QueueLane,
  type QueueRunner,
  startQueueRunner,
} from '../../src/queue/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
let url: string;
let pool: Pool;
let store: PostgresStore;
const runners: QueueRunner[] = [];
beforeAll(async () => {
  server = await startTestDatabaseServer();
  url = await server.createDatabase();
  pool = createPool({ url: await poolUrlOf(url), applicationName: 'test', log: silentLog });
  store = new PostgresStore(pool);
});
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop();
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const standardLanes: readonly QueueLane[] = [
  { kinds: ['analysis.batch.v1'], concurrency: 2 },
  { kinds: ['label.learn.v1', 'model.retrain.v1'], concurrency: 2 },
];

async function startRunner(
  run: (entry: QueueEntry) => Promise<void>,
  lanes: readonly QueueLane[] = standardLanes,
): Promise<QueueRunner> {
  const runner = await startQueueRunner({
    ...{ url, run, lanes, drainMs: 200, log: silentLog },
    heartbeat: { intervalMs: 200, deadAfterMs: 1_000 },
  });
  runners.push(runner);
  return runner;
}

const enqueue = (jobId: string, kind: QueueEntry['kind'] = 'analysis.batch.v1', runAt?: Date) =>
  store.rows.queue.enqueue({ kind, jobId, runAt });

test('an entry starts within a moment, one for later waits, a removed one never runs', async () => {
  const ran: string[] = [];
  await startRunner(async ({ jobId }) => {
    ran.push(jobId);
  });
  await enqueue('later', 'analysis.batch.v1', new Date(Date.now() + 1_500));
  await enqueue('removed', 'analysis.batch.v1', new Date(Date.now() + 1_000));
  await store.rows.queue.remove('removed');
  const startedAt = performance.now();
  await enqueue('now');
  await expect.poll(() => ran, { interval: 5 }).toEqual(['now']);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  await expect.poll(() => ran, { timeout: 5_000 }).toEqual(['now', 'later']);
});

test('learning and retraining run one after the other, batches beside them', async () => {
  let learning = 0;
  let most = 0;
  const ran: string[] = [];
  await startRunner(async ({ jobId, kind }) => {
    if (kind !== 'analysis.batch.v1') learning += 1;
    most = Math.max(most, learning);
    await new Promise((resolve) => setTimeout(resolve, 80));
    if (kind !== 'analysis.batch.v1') learning -= 1;
    ran.push(jobId);
  });
  await Promise.all([
    enqueue('l1', 'label.learn.v1'),
    enqueue('r1', 'model.retrain.v1'),
    enqueue('l2', 'label.learn.v1'),
  ]);
  await expect.poll(() => ran.length, { timeout: 10_000 }).toBe(3);
  expect(most).toBe(1);
});

test('the entries of a worker that stopped beating are taken over', async () => {
  await enqueue('orphan', 'label.learn.v1');
  const { rows } = await pool.query<{ id: string }>(
    `update graphile_worker._private_jobs set locked_by = 'dead-worker', locked_at = now() - interval '2 s'
     where key = 'orphan' returning id`,
  );
  expect(rows).toHaveLength(1);
  await pool.query(
    `update graphile_worker._private_job_queues set locked_by = 'dead-worker', locked_at = now() - interval '2 s'`,
  );
  await pool.query(
    `insert into worker_heartbeats (worker_id, beat_at) values ('dead-worker', now() - interval '2 s')`,
  );
  const ran: string[] = [];
  const runner = await startRunner(async ({ jobId }) => {
    ran.push(jobId);
  });
  await expect.poll(() => ran, { timeout: 10_000 }).toEqual(['orphan']);
  const beats = await pool.query('select 1 from worker_heartbeats where worker_id = any($1::text[])', [
    runner.workerIds,
  ]);
  expect(beats.rowCount).toBe(2);
});

test('stopping aborts what does not end by itself', async () => {
  let reason: unknown = null;
  const started = Promise.withResolvers<void>();
  const runner = await startRunner(async ({ signal }) => {
    started.resolve();
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    reason = signal.reason;
  });
  await enqueue('long');
  await started.promise;
  await runner.stop();
  expect(reason).not.toBeNull();
  const beats = await pool.query('select 1 from worker_heartbeats where worker_id = any($1::text[])', [
    runner.workerIds,
  ]);
  expect(beats.rowCount).toBe(0);
});

test('a lane that is full leaves the others free, and priorities order what waits', async () => {
  const ran: string[] = [];
  const held = Promise.withResolvers<void>();
  await enqueue('batch-1');
  await startRunner(
    async ({ jobId }) => {
      ran.push(jobId);
      if (jobId === 'batch-1') await held.promise;
    },
    [
      { kinds: ['analysis.batch.v1'], concurrency: 1 },
      { kinds: ['label.learn.v1'], concurrency: 1 },
    ],
  );
  await expect.poll(() => ran).toEqual(['batch-1']);
  await store.rows.queue.enqueue({ kind: 'analysis.batch.v1', jobId: 'low', priority: 'low' });
  await store.rows.queue.enqueue({ kind: 'analysis.batch.v1', jobId: 'normal' });
  await store.rows.queue.enqueue({ kind: 'analysis.batch.v1', jobId: 'high', priority: 'high' });
  await enqueue('label', 'label.learn.v1');
  await expect.poll(() => ran).toEqual(['batch-1', 'label']);
  held.resolve();
  await expect.poll(() => ran).toEqual(['batch-1', 'label', 'high', 'normal', 'low']);
});
