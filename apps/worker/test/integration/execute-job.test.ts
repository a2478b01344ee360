import { executeJob, InvalidInput, type JobHandler, type JobHandlers, Unavailable } from '@mlmcsc/core';
import { systemClock } from '@mlmcsc/platform/system';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  product = await startTestProduct(await server.createDatabase());
});
afterAll(async () => {
  await product.close();
  await server.stop();
});

async function startJob(): Promise<string> {
  const { imageId } = await product.analyse(30);
  return (await product.useCases.startBatchAnalysis({ imageIds: [imageId], username: 'tess' })).id;
}

async function run(jobId: string, handler: JobHandler, signal = new AbortController().signal) {
  const handlers: JobHandlers = {
    'analysis.batch.v1': handler,
    'label.learn.v1': handler,
    'model.retrain.v1': handler,
  };
  const { store } = product.dependencies;
  await executeJob({ store, events: product.events, clock: systemClock, log: silentLog }, handlers, {
    jobId,
    signal,
  });
  return product.useCases.getJob(jobId);
}

const entriesOf = async (jobId: string) =>
  (
    await product.pool.query<{ wait: string }>(
      'select extract(epoch from run_at - now()) as wait from graphile_worker.jobs where key = $1',
      [jobId],
    )
  ).rows.map((row) => Number(row.wait));

test('a failure is tried again with growing waits, then the job is dead and can be run again', async () => {
  const jobId = await startJob();
  const fail = () => Promise.reject(new Unavailable('database-unavailable', 'The database does not answer.'));
  const waits: number[] = [];
  for (let attempt = 1; attempt < 8; attempt += 1) {
    expect(await run(jobId, fail)).toMatchObject({
      state: 'retrying',
      attempts: attempt,
      error: expect.stringContaining('does not answer'),
    });
    waits.push(Math.round((await entriesOf(jobId))[0]!));
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60]);
  const dead = await run(jobId, fail);
  expect(dead).toMatchObject({ state: 'dead', attempts: 8 });
  expect(dead.finishedAt).not.toBeNull();
  expect(
    (await product.useCases.listJobs({ state: 'dead' }, { limit: 5 })).items.map(({ id }) => id),
  ).toEqual([jobId]);
  await product.useCases.rerunJob(jobId, 'eve');
  expect(await run(jobId, async () => ({ fine: true }))).toMatchObject({
    ...{ state: 'completed', attempts: 1, error: null, result: { fine: true } },
  });
  await expect(product.useCases.rerunJob(jobId, 'eve')).rejects.toMatchObject({ code: 'job-not-rerunnable' });
});

test('a failure that repeating cannot mend is dead at once; internals stay in the log', async () => {
  const jobId = await startJob();
  const refused = await run(jobId, () =>
    Promise.reject(new InvalidInput('no-images', 'Name at least one image.')),
  );
  expect(refused).toMatchObject({ state: 'dead', attempts: 1, error: 'Name at least one image.' });
  const other = await startJob();
  const failed = await run(other, () => Promise.reject(new Error('secret path /home/x')));
  expect(failed.state).toBe('retrying');
  expect(failed.error).not.toContain('secret');
});

test('a job whose worker died in its last attempt is dead when it is found', async () => {
  const jobId = await startJob();
  await product.pool.query(`update jobs set state = 'running', attempts = max_attempts where id = $1`, [
    jobId,
  ]);
  expect(await run(jobId, async () => ({}))).toMatchObject({
    state: 'dead',
    error: expect.stringContaining('worker was lost'),
  });
});

test('cancelling aborts the running handler', async () => {
  const jobId = await startJob();
  const started = Promise.withResolvers<void>();
  const running = run(jobId, ({ signal }) => {
    started.resolve();
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  await started.promise;
  await product.useCases.cancelJob(jobId, 'eve');
  expect((await running).state).toBe('cancelled');
});

test('rows and queue entry of a job are committed together or not at all', async () => {
  const { store } = product.dependencies;
  const before = await product.pool.query('select 1 from graphile_worker.jobs');
  const job = await product.useCases.getJob(await startJob());
  const id = '0190a0c0-0000-7000-8000-00000000000a';
  const broken = store.transaction(async (rows) => {
    await rows.jobs.insert({ ...job, id }, []);
    await rows.queue.enqueue({ kind: job.kind, jobId: id });
    await rows.events.publish({ type: 'job.changed', jobId: id });
    throw new Error('after the enqueue');
  });
  await expect(broken).rejects.toThrow('after the enqueue');
  expect(await store.rows.jobs.find(id)).toBeNull();
  expect(await entriesOf(id)).toEqual([]);
  expect((await product.pool.query('select 1 from graphile_worker.jobs')).rowCount).toBe(
    before.rowCount! + 1,
  );
});
