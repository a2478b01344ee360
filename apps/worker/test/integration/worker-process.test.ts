import { SharpImageCodec } from '@mlmcsc/platform/images';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

const codec = new SharpImageCodec();
let server: TestDatabaseServer;
let product: TestProduct;
let environment: Record<string, string>;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  server = await startTestDatabaseServer();
});
beforeEach(async () => {
  const url = await server.createDatabase();
  product = await startTestProduct(url);
  environment = {
    MLMCSC_DATABASE_URL: url,
    MLMCSC_DATA_DIR: product.dataDir,
    MLMCSC_MEASURE_THREADS: '1',
    MLMCSC_SHUTDOWN_MS: '15000',
  };
});
afterEach(async () => {
  for (const worker of workers.splice(0)) {
    if (worker.child.exitCode === null && worker.child.signalCode === null) await worker.end('SIGKILL');
  }
  await product.close();
});
afterAll(async () => {
  await server.stop();
});

async function startWorker(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess(environment);
  workers.push(worker);
  return worker;
}

/** How long a busy machine may take for a whole batch; nothing here asserts speed but the two limits on stopping. */
vi.setConfig({ testTimeout: 480_000 });

/** Different patterns; nothing to measure in them, but each is looked at in full: some 20 ms, so batches that are to be interrupted
 * are long. */
async function uploadPictures(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const data = Uint8Array.from(
      { length: 640 * 480 * 3 },
      (_, at) => (at * 31 + i * 7 + (at >> (i % 9))) % 256,
    );
    const bytes = await codec.encodeRendition({ width: 640, height: 480, data }, 'jpeg', 640);
    const { image } = await product.useCases.uploadImage({ bytes, fileName: `${i}.jpg`, username: 'tess' });
    ids.push(image.id);
  }
  return ids;
}

const progressOf = async (id: string) => (await product.useCases.getJob(id)).progress.done;

async function expectEachOnce(jobId: string, imageIds: readonly string[]): Promise<void> {
  const { rows } = await product.pool.query<{ image_id: string; n: string }>(
    'select image_id, count(*) as n from analyses group by image_id',
  );
  expect(rows.map((row) => row.image_id).sort()).toEqual([...imageIds].sort());
  expect(rows.every((row) => row.n === '1')).toBe(true);
  const { items } = await product.useCases.listJobItems(jobId, { limit: 500 });
  expect(items.every((item) => item.state === 'done' && item.analysisId !== null)).toBe(true);
}

test('kill -9 in the middle of a batch: another worker ends it within seconds, each picture once', async () => {
  const first = await startWorker();
  const imageIds = await uploadPictures(75);
  const { id } = await product.useCases.startBatchAnalysis({ imageIds, username: 'tess' });
  await expect.poll(() => progressOf(id), { timeout: 120_000 }).toBeGreaterThan(4);
  await first.end('SIGKILL');
  const killedAt = performance.now();
  const before = await progressOf(id);
  expect(before).toBeLessThan(75);
  await startWorker();
  await expect.poll(() => progressOf(id), { timeout: 120_000 }).toBeGreaterThan(before);
  expect(performance.now() - killedAt).toBeLessThan(20_000);
  await expect
    .poll(async () => (await product.useCases.getJob(id)).state, { timeout: 240_000 })
    .toBe('completed');
  expect(await product.useCases.getJob(id)).toMatchObject({
    attempts: 2,
    progress: { done: 75, failed: 0, total: 75 },
  });
  await expectEachOnce(id, imageIds);
});

test('SIGTERM hands the job back at once, without counting the attempt', async () => {
  const first = await startWorker();
  const imageIds = await uploadPictures(280);
  const { id } = await product.useCases.startBatchAnalysis({ imageIds, username: 'tess' });
  await expect.poll(() => progressOf(id), { timeout: 120_000 }).toBeGreaterThan(1);
  const stoppedAt = performance.now();
  expect(await first.end('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(performance.now() - stoppedAt).toBeLessThan(8_000);
  expect(await product.useCases.getJob(id)).toMatchObject({ state: 'queued', attempts: 0 });
  await startWorker();
  await expect
    .poll(async () => (await product.useCases.getJob(id)).state, { timeout: 240_000 })
    .toBe('completed');
  await expectEachOnce(id, imageIds);
});

test('kill -9 of the database in the middle of a batch: the worker goes on by itself', async () => {
  const worker = await startWorker();
  const imageIds = await uploadPictures(60);
  const { id } = await product.useCases.startBatchAnalysis({ imageIds, username: 'tess' });
  await expect.poll(() => progressOf(id), { timeout: 120_000 }).toBeGreaterThan(2);
  process.kill(server.pid(), 'SIGKILL');
  const state = async () => (await product.useCases.getJob(id).catch(() => null))?.state;
  await expect.poll(state, { timeout: 240_000 }).toBe('completed');
  expect(worker.child.exitCode).toBeNull();
  await expectEachOnce(id, imageIds);
});

test('a cancelled job stops in the middle and can be run again', async () => {
  await startWorker();
  const imageIds = await uploadPictures(60);
  const { id } = await product.useCases.startBatchAnalysis({ imageIds, username: 'tess' });
  await expect.poll(() => progressOf(id), { timeout: 120_000 }).toBeGreaterThan(1);
  expect((await product.useCases.cancelJob(id, 'eve')).state).toBe('cancelled');
  await expect(product.useCases.cancelJob(id, 'eve')).rejects.toMatchObject({ code: 'job-finished' });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const stopped = await progressOf(id);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await progressOf(id)).toBe(stopped);
  expect(stopped).toBeLessThan(60);
  expect((await product.useCases.rerunJob(id, 'eve')).state).toBe('queued');
  await expect
    .poll(async () => (await product.useCases.getJob(id)).state, { timeout: 240_000 })
    .toBe('completed');
  await expectEachOnce(id, imageIds);
});

test('labels are learned by the worker as they come', async () => {
  await startWorker();
  for (let i = 0; i < 10; i += 1) {
    const { analysisId } = await product.analyse(20 + i, `W${i}`);
    await product.useCases.submitLabel({ analysisId, shearPercent: 35 + i, username: 'tess' });
  }
  const origin = async () => (await product.useCases.currentModel()).origin;
  await expect.poll(origin, { timeout: 120_000 }).toBe('online');
  await expect.poll(async () => (await product.useCases.learningStatus()).labelsWaiting).toBe(0);
});

test('a wrong configuration ends the worker with every reason', async () => {
  environment.MLMCSC_LOG_LEVEL = 'loud';
  environment.MLMCSC_WORKER_CONCURRENCY = '0';
  await expect(startWorkerProcess(environment)).rejects.toThrow(
    /ended with 2[\s\S]*WORKER_CONCURRENCY[\s\S]*LOG_LEVEL/,
  );
});
