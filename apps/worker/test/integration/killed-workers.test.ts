import { setTimeout as delay } from 'node:timers/promises';
import { SharpImageCodec } from '@mlmcsc/platform/images';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

/** Another seed, other moments. */
const seed = 20_261_125;
const kills = 4;
const batches = 3;
const picturesOfBatch = 40;

const codec = new SharpImageCodec();
let server: TestDatabaseServer;
let product: TestProduct;
let environment: Record<string, string>;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  server = await startTestDatabaseServer();
  const url = await server.createDatabase();
  product = await startTestProduct(url);
  environment = {
    MLMCSC_DATABASE_URL: url,
    MLMCSC_DATA_DIR: product.dataDir,
    MLMCSC_MEASURE_THREADS: '1',
    MLMCSC_WORKER_CONCURRENCY: '2',
  };
});
afterAll(async () => {
  for (const worker of workers) await worker.end('SIGKILL');
  await product.close();
  await server.stop();
});

/** Uniform numbers from 0 to 1 (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function uploadPicture(serial: number): Promise<string> {
  const data = Uint8Array.from(
    { length: 640 * 480 * 3 },
    (_, at) => (at * 31 + serial * 7 + (at >> (serial % 9))) % 256,
  );
  const bytes = await codec.encodeRendition({ width: 640, height: 480, data }, 'jpeg', 640);
  const { image } = await product.useCases.uploadImage({
    bytes,
    fileName: `${serial}.jpg`,
    username: 'tess',
  });
  return image.id;
}

test(`workers killed at random moments (seed ${seed}): every job has one result, nothing is lost or doubled`, async () => {
  const random = randomFrom(seed);
  await product.pool.query(`
    create table ends (job_id uuid, state text);
    create function note_end() returns trigger language plpgsql as $$
      begin insert into ends values (new.id, new.state); return null; end $$;
    create trigger note_end after update on jobs for each row
      when (new.state in ('completed', 'dead') and old.state is distinct from new.state) execute function note_end()`);
  const jobIds: string[] = [];
  const imageIds: string[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const ids: string[] = [];
    for (let i = 0; i < picturesOfBatch; i += 1) ids.push(await uploadPicture(batch * picturesOfBatch + i));
    imageIds.push(...ids);
    jobIds.push((await product.useCases.startBatchAnalysis({ imageIds: ids, username: 'tess' })).id);
  }
  for (let i = 0; i < 6; i += 1) {
    const { analysisId } = await product.analyse(20 + 5 * i, `K${i}`);
    await product.useCases.submitLabel({ analysisId, shearPercent: 30 + 5 * i, username: 'tess' });
  }
  const wereAlive: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = await startWorkerProcess(environment);
    // The moment is the point of the test: nothing is waited for.
    await delay(50 + random() * 900);
    await worker.end('SIGKILL');
    const { rowCount } = await product.pool.query(`select 1 from jobs where state = 'running'`);
    wereAlive.push(rowCount ?? 0);
  }
  // At least one was killed in the middle of something.
  expect(Math.max(...wereAlive)).toBeGreaterThan(0);
  workers.push(await startWorkerProcess(environment));
  const unfinished = async () =>
    (await product.pool.query(`select 1 from jobs where state not in ('completed')`)).rowCount;
  await expect.poll(unfinished, { timeout: 100_000, interval: 500 }).toBe(0);

  const ends = await product.pool.query<{ job_id: string; n: string; states: string }>(
    `select job_id, count(*) n, string_agg(state, ',') states from ends group by job_id`,
  );
  expect(ends.rows.every(({ n, states }) => n === '1' && states === 'completed')).toBe(true);
  expect(ends.rows.map((row) => row.job_id)).toEqual(expect.arrayContaining(jobIds));
  for (const id of jobIds) {
    expect(await product.useCases.getJob(id)).toMatchObject({
      progress: { done: picturesOfBatch, failed: 0, total: picturesOfBatch },
      result: { analysed: picturesOfBatch, failed: 0 },
    });
  }
  const analyses = await product.pool.query<{ image_id: string }>(
    'select image_id from analyses where image_id = any($1::uuid[])',
    [imageIds],
  );
  expect(analyses.rows.map((row) => row.image_id).sort()).toEqual([...imageIds].sort());
  const labels = await product.pool.query(
    'select 1 from labels where considered_in is null or predicted_by is null',
  );
  expect(labels.rowCount).toBe(0);
  const champions = await product.pool.query(
    'select from_version from deployments group by from_version having count(*) > 1',
  );
  expect(champions.rowCount).toBe(0);
  const left = await product.pool.query('select 1 from graphile_worker.jobs');
  expect(left.rowCount).toBe(0);
}, 300_000);
