import {
  continueTrace,
  createUseCases,
  executeJob,
  InvalidInput,
  type JobExecutorDependencies,
  type JobHandler,
  type JobHandlers,
  Unavailable,
} from '@mlmcsc/core';
import { systemClock } from '@mlmcsc/platform/system';
import { createLogger, traceCarrier } from '@mlmcsc/platform/telemetry';
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

async function run(
  jobId: string,
  handler: JobHandler,
  {
    signal = new AbortController().signal,
    ...options
  }: Pick<JobExecutorDependencies, 'random' | 'timeLimitMs' | 'graceMs' | 'traces' | 'log'> & {
    signal?: AbortSignal;
  } = { log: silentLog },
) {
  const handlers: JobHandlers = {
    'analysis.batch.v1': handler,
    'label.learn.v1': handler,
    'model.retrain.v1': handler,
    'maintenance.prune.v1': handler,
    'maintenance.retention.v1': handler,
    'drift.evaluate.v1': handler,
    'dataset.import.v1': handler,
    'dataset.verify.v1': handler,
  };
  const { store } = product.dependencies;
  await executeJob({ store, events: product.events, clock: systemClock, ...options }, handlers, {
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
    expect(await run(jobId, fail, { log: silentLog, random: () => 1 })).toMatchObject({
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

test('a job waits for an object store that is away, however long, and its attempts do not count', async () => {
  const id = await startJob();
  const away = async () => {
    throw new Unavailable('objects-unavailable', 'The object store does not answer.');
  };
  for (let times = 0; times < 20; times += 1) {
    const job = await run(id, away);
    expect(job).toMatchObject({ state: 'retrying', attempts: 0, error: 'The object store does not answer.' });
    const [waitSeconds] = await entriesOf(id);
    expect(waitSeconds).toBeGreaterThan(5);
  }
  expect(await run(id, async () => ({ fine: true }))).toMatchObject({ state: 'completed', attempts: 1 });
});

test('progress in percent is shown while it runs, seldom enough, and only for the newest run', async () => {
  const jobId = await startJob();
  let late: Parameters<JobHandler>[0]['report'];
  const shown = Promise.withResolvers<void>();
  const unsubscribe = product.events.subscribe(() => {
    void product.useCases.getJob(jobId).then(({ stage, progress }) => {
      if (stage === 'learning' && progress.done === 37) shown.resolve();
    });
  });
  const ended = await run(jobId, async ({ report }) => {
    late = report;
    report?.('loading', 0.1);
    for (let i = 0; i < 10_000; i += 1) report?.('learning', 0.372);
    await shown.promise;
    return { fine: true };
  });
  unsubscribe();
  late?.('judging', 0.9);
  expect(ended).toMatchObject({
    state: 'completed',
    stage: null,
    progress: { done: 0, failed: 0, total: 0 },
  });
  expect(await product.useCases.getJob(jobId)).toMatchObject({ stage: null });
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

test('repetitions are spread: the wait is between half and all of the backoff', async () => {
  const jobId = await startJob();
  const fail = () => Promise.reject(new Unavailable('database-unavailable', 'The database does not answer.'));
  for (let attempt = 1; attempt < 4; attempt += 1)
    await run(jobId, fail, { log: silentLog, random: () => 0 });
  expect(Math.round((await entriesOf(jobId))[0]!)).toBe(2);
  const { availableAt, state } = await product.useCases.getJob(jobId);
  expect(state).toBe('retrying');
  expect(availableAt.getTime()).toBeGreaterThan(Date.now());
});

test('a run that takes too long is aborted and tried again; a handler that does not heed is left behind', async () => {
  const heeding = await startJob();
  const aborted = await run(
    heeding,
    ({ signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    { log: silentLog, timeLimitMs: 50 },
  );
  expect(aborted).toMatchObject({ state: 'retrying', error: expect.stringContaining('time limit') });
  const deaf = await startJob();
  const left = await run(deaf, () => new Promise(() => {}), { log: silentLog, timeLimitMs: 50, graceMs: 50 });
  expect(left).toMatchObject({ state: 'retrying', attempts: 1 });
});

test('a paused worker that wakes after another took its job over changes nothing', async () => {
  const jobId = await startJob();
  const started = Promise.withResolvers<void>();
  const wake = Promise.withResolvers<void>();
  const paused = run(jobId, async () => {
    started.resolve();
    await wake.promise;
    return { by: 'paused' };
  });
  await started.promise;
  const taken = await run(jobId, async () => ({ by: 'taker' }));
  expect(taken).toMatchObject({ state: 'completed', result: { by: 'taker' }, attempts: 2, runs: 2 });
  wake.resolve();
  expect(await paused).toMatchObject({ state: 'completed', result: { by: 'taker' } });
});

test('cancelled and run again at once: the old run stops, the new one gives the result', async () => {
  const jobId = await startJob();
  const started = Promise.withResolvers<void>();
  const old = run(jobId, ({ signal }) => {
    started.resolve();
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  await started.promise;
  await product.useCases.cancelJob(jobId, 'tess');
  await product.useCases.rerunJob(jobId, 'tess');
  await old;
  expect(await run(jobId, async () => ({ run: 'new' }))).toMatchObject({
    ...{ state: 'completed', result: { run: 'new' }, runs: 2 },
  });
});

test('the trace of the request travels with the job into its handler and its log lines', async () => {
  const parent = continueTrace(null);
  const { imageId } = await product.analyse(31);
  const { id } = await traceCarrier.run(parent, () =>
    createUseCases({ ...product.dependencies, traces: traceCarrier }).startBatchAnalysis({
      imageIds: [imageId],
      username: 'tess',
    }),
  );
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    service: 'mlmcsc-test',
    level: 'info',
    destination: { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const seen: unknown[] = [];
  await run(
    id,
    async ({ trace }) => {
      seen.push(trace?.traceId, traceCarrier.current()?.traceId);
      return {};
    },
    { log, traces: traceCarrier },
  );
  expect(seen).toEqual([parent.traceId, parent.traceId]);
  expect(lines.map((line) => [line.message, line['trace.id']])).toEqual([
    ['job started', parent.traceId],
    ['job completed', parent.traceId],
  ]);
});

test('dead jobs are run again or discarded in bulk, with the reason kept', async () => {
  const kill = () => Promise.reject(new InvalidInput('no-images', 'Name at least one image.'));
  const batches = [await startJob(), await startJob(), await startJob()];
  for (const id of batches) await run(id, kill);
  const retraining = await product.useCases.startRetraining({ username: 'tess' });
  await run(retraining.id, kill);
  const deadIds = async () =>
    (await product.useCases.listJobs({ state: 'dead' }, { limit: 50 })).items.map(({ id }) => id).sort();
  const kinds = ['analysis.batch.v1'] as const;
  const { finishedAt } = await product.useCases.getJob(batches[1]!);
  const first = await product.useCases.rerunDeadJobs({ kinds, username: 'eve', before: finishedAt! });
  expect(first.hasMore).toBe(false);
  expect(await deadIds()).toEqual([batches[1]!, batches[2]!, retraining.id].sort());
  expect(await entriesOf(batches[0]!)).toHaveLength(1);
  await expect(
    product.useCases.discardDeadJobs({ kinds, username: 'eve', reason: '  ' }),
  ).rejects.toMatchObject({ code: 'reason-missing' });
  const second = await product.useCases.discardDeadJobs({
    kinds,
    username: 'eve',
    reason: 'Blurred camera.',
  });
  expect(second).toEqual({ changed: 2, hasMore: false });
  expect(await deadIds()).toEqual([retraining.id]);
  expect(await product.useCases.getJob(batches[2]!)).toMatchObject({
    state: 'cancelled',
    closedReason: 'Blurred camera.',
    error: 'Name at least one image.',
  });
  expect(await product.useCases.rerunJob(batches[2]!, 'tess')).toMatchObject({
    state: 'queued',
    closedReason: null,
    stage: null,
  });
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
