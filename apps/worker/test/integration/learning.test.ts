import { ThreadLearningComputer } from '@mlmcsc/platform/learner';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '../support/test-product.ts';

let server: TestDatabaseServer;
let product: TestProduct;
beforeAll(async () => {
  server = await startTestDatabaseServer();
});
beforeEach(async () => {
  product = await startTestProduct(await server.createDatabase());
  return () => product.close();
});
afterAll(async () => {
  await server.stop();
});

/** This laboratory reads 12 points more than the map shows. */
const truthOf = (area: number) => Math.min(100, area + 12);
const areaOf = (index: number) => 10 + ((index * 37) % 75);

async function label(index: number, truth = truthOf(areaOf(index)), specimen = `S${index}`): Promise<string> {
  const { analysisId } = await product.analyse(areaOf(index), specimen);
  return (await product.useCases.submitLabel({ analysisId, shearPercent: truth, username: 'tess' })).id;
}

const champion = () => product.useCases.currentModel();
const findLabel = (id: string) => product.dependencies.store.rows.labels.find(id);

test('a burst of labels is one job; each is answered before it is learned, and learning helps', async () => {
  const shipped = await champion();
  const promoted: string[] = [];
  product.events.subscribe((event) => {
    if (event.type === 'model.promoted') promoted.push(event.version);
  });
  const errorOn = async (area: number, specimen: string) =>
    Math.abs((await product.analyse(area, specimen)).shear - truthOf(area));
  const errorBefore = await errorOn(33, 'before');
  const ids: string[] = [];
  for (let i = 0; i < 10; i += 1) ids.push(await label(i));
  expect((await product.useCases.learningStatus()).labelsWaiting).toBe(10);
  const job = await product.learn();
  expect(job).toMatchObject({ state: 'completed', result: { learned: 10, scored: 10, promoted: true } });
  const first = await findLabel(ids[0]!);
  expect(first).toMatchObject({ predictedBy: shipped.version, learnedIn: job.result!.candidate });
  const after = await champion();
  expect(after).toMatchObject({ origin: 'online', labelCount: 10, parentVersion: shipped.version });
  expect(after.gate!.promoted).toBe(true);
  await expect.poll(() => promoted.at(-1)).toBe(after.version);

  expect(await errorOn(33, 'after')).toBeLessThan(0.7 * errorBefore);
  const status = await product.useCases.learningStatus();
  expect(status).toMatchObject({ labelsTotal: 10, labelsWaiting: 0, prequential: { count: 10 } });
  expect(status.curve.map(({ labelNumber }) => labelNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect((await product.useCases.listDeployments({ limit: 5 })).items[0]).toMatchObject({
    fromVersion: shipped.version,
    toVersion: after.version,
    kind: 'automatic',
    deployedBy: 'tess',
    approvedBy: null,
  });
});

test('with few labels the champion stays; its labels join the next candidate', async () => {
  const shipped = await champion();
  const early = await label(0);
  const job = await product.learn();
  expect(job.result).toMatchObject({ learned: 1, promoted: false });
  expect((await champion()).version).toBe(shipped.version);
  expect(await findLabel(early)).toMatchObject({ learnedIn: null, consideredIn: job.result!.candidate });
  expect((await product.useCases.learningStatus()).labelsWaiting).toBe(0);
  for (let i = 1; i < 10; i += 1) await label(i);
  expect((await product.learn()).result).toMatchObject({ learned: 10, scored: 9, promoted: true });
  expect((await findLabel(early))!.learnedIn).toBe((await champion()).version);
});

test('a worse candidate never becomes champion', async () => {
  for (let i = 0; i < 80; i += 1) await label(i);
  await product.learn();
  const good = await champion();
  expect(good.origin).toBe('online');
  // Somebody types nonsense, full shear for brittle faces and the other way round, about specimens that teach: more than there was of
  // sense, so that learning itself cannot tell.
  const { rows } = await product.pool.query<{ split_group: string }>(
    'select distinct split_group from labels where not held_out order by 1',
  );
  const specimens = rows.map(({ split_group }) => split_group.split('/')[1]!.toUpperCase());
  const bad: string[] = [];
  for (let i = 100; i < 200; i += 1) {
    bad.push(await label(i, 100 - areaOf(i), specimens[i % specimens.length]));
  }
  const job = await product.learn();
  expect(job.result).toMatchObject({ promoted: false });
  expect(await champion()).toMatchObject({ version: good.version });
  const candidate = await product.useCases.getModel(String(job.result!.candidate));
  expect(candidate).toMatchObject({ isChampion: false, gate: { promoted: false } });
  expect(candidate.gate!.reasons[0]).toMatch(/worse/);
  const labels = await Promise.all(bad.map(findLabel));
  expect(labels.every((one) => one!.learnedIn === null && one!.consideredIn !== null)).toBe(true);
});

test('a held-out group is answered but never learned, and keeps its side', async () => {
  for (let i = 0; i < 60; i += 1) await label(i);
  await product.learn();
  const { rows } = await product.pool.query<{
    split_group: string;
    learned_in: string | null;
    predicted_by: string;
  }>('select split_group, learned_in, predicted_by from labels where held_out');
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.every((row) => row.learned_in === null && row.predicted_by !== null)).toBe(true);
  const specimen = rows[0]!.split_group.split('/')[1]!.toUpperCase();
  const { analysisId } = await product.analyse(50, specimen);
  const second = await product.useCases.submitLabel({ analysisId, shearPercent: 60, username: 'tess' });
  expect(second.heldOut).toBe(true);
});

test('a corrected label is unlearned: the candidate is replayed without the old one', async () => {
  for (let i = 1; i < 6; i += 1) await label(i);
  const wrong = await product.analyse(30, 'slip');
  await product.useCases.submitLabel({ analysisId: wrong.analysisId, shearPercent: 55, username: 'tess' });
  for (let i = 6; i < 15; i += 1) await label(i);
  await product.learn();
  const before = await champion();
  expect(before.origin).toBe('online');
  await product.useCases.submitLabel({ analysisId: wrong.analysisId, shearPercent: 42, username: 'tess' });
  const job = await product.learn();
  const after = await champion();
  expect(job.result).toMatchObject({ promoted: true });
  expect(after.parentVersion).toBe(before.parentVersion);
  expect(after.labelCount).toBe(before.labelCount);
});

test('retraining replays to the same bytes, and a second click finds the waiting job', async () => {
  for (let i = 0; i < 15; i += 1) await label(i);
  await product.learn();
  const first = await product.useCases.startRetraining({ username: 'eve' });
  expect((await product.useCases.startRetraining({ username: 'eve' })).id).toBe(first.id);
  const done = await product.runJob(first.id);
  expect(done).toMatchObject({
    state: 'completed',
    result: { test_then_train: { count: expect.any(Number) } },
  });
  const second = await product.useCases.startRetraining({ username: 'eve' });
  expect((await product.runJob(second.id)).result!.candidate).toBe(done.result!.candidate);
});

test('a thread of its own makes the same model of the same labels, and tells what it does', async () => {
  for (let i = 0; i < 40; i += 1) await label(i);
  await product.learn();
  const here = await product.runJob((await product.useCases.startRetraining({ username: 'eve' })).id);
  const computer = new ThreadLearningComputer();
  const other = await startTestProduct(product.databaseUrl, { dataDir: product.dataDir, computer });
  try {
    const job = await other.useCases.startRetraining({ username: 'eve' });
    const stages = new Set<string>();
    const looks: Promise<unknown>[] = [];
    other.events.subscribe(() => {
      const look = other.useCases.getJob(job.id).then(({ stage }) => stage !== null && stages.add(stage));
      looks.push(look);
    });
    const there = await other.runJob(job.id);
    await Promise.all(looks);
    expect(there).toMatchObject({ state: 'completed', stage: null, progress: { done: 0, total: 0 } });
    expect(there.result).toEqual(here.result);
    expect(stages.size).toBeGreaterThan(0);
  } finally {
    await other.close();
    await computer.close();
  }
});

test('batch learning waits until a batch is full; another strategy takes what waits', async () => {
  await product.useCases.configureLearning({ strategy: 'batch', username: 'eve' });
  for (let i = 0; i < 12; i += 1) await label(i);
  const job = await product.learn();
  expect(job.result).toMatchObject({ learned: 0, scored: 12 });
  expect((await product.useCases.learningStatus()).labelsWaiting).toBeGreaterThan(8);
  await product.useCases.configureLearning({ strategy: 'confidence', username: 'eve' });
  expect((await product.learn()).result).toMatchObject({ promoted: true });
  expect((await product.useCases.learningStatus()).labelsWaiting).toBe(0);
});

test('a crash at any write of a round leaves nothing behind, and the repetition does everything once', async () => {
  for (let i = 0; i < 10; i += 1) await label(i);
  const shipped = await champion();
  for (const table of ['models', 'labels', 'model_aliases', 'deployments']) {
    await product.pool.query(`create function fail_${table}() returns trigger language plpgsql as
      $$ begin raise exception 'power cut' using errcode = '57P01'; end $$;
      create trigger crash before insert or update on ${table} for each row execute function fail_${table}();`);
    const { items } = await product.useCases.listJobs({ kind: 'label.learn.v1' }, { limit: 1 });
    const job = await product.runJob(items[0]!.id);
    expect(job.state).toBe('retrying');
    await product.pool.query(`drop trigger crash on ${table}`);
    expect((await champion()).version).toBe(shipped.version);
    expect((await product.useCases.learningStatus()).labelsWaiting).toBe(10);
    expect((await product.useCases.listModels({ limit: 5 })).items).toHaveLength(1);
  }
  const { items } = await product.useCases.listJobs({ kind: 'label.learn.v1' }, { limit: 5 });
  expect(items).toHaveLength(1);
  expect(await product.runJob(items[0]!.id)).toMatchObject({
    state: 'completed',
    result: { learned: 10, promoted: true },
  });
});

test('a label given while a learning job starts is never left behind', async () => {
  const ids = await Promise.all(
    Array.from({ length: 6 }, async (_, i) => (await product.analyse(areaOf(i), `R${i}`)).analysisId),
  );
  const learner = (async () => {
    for (let round = 0; round < 12; round += 1) {
      const { items } = await product.useCases.listJobs(
        { state: 'queued', kind: 'label.learn.v1' },
        { limit: 5 },
      );
      for (const { id } of items) await product.runJob(id);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  })();
  for (const analysisId of ids) {
    await product.useCases.submitLabel({ analysisId, shearPercent: 50, username: 'tess' });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await learner;
  const { items } = await product.useCases.listJobs(
    { state: 'queued', kind: 'label.learn.v1' },
    { limit: 5 },
  );
  for (const { id } of items) await product.runJob(id);
  expect((await product.useCases.learningStatus()).labelsWaiting).toBe(0);
});

test('labels are append-only in the database itself', async () => {
  const id = await label(0);
  const refused = (sql: string) =>
    expect(product.pool.query(sql, [id])).rejects.toMatchObject({ code: '23001' });
  await refused('delete from labels where id = $1');
  await refused('update labels set shear_percent = 1 where id = $1');
  await refused(`update labels set technician = 'somebody' where id = $1`);
  await expect(product.pool.query('truncate labels cascade')).rejects.toMatchObject({ code: '23001' });
  await product.learn();
  await refused(`update labels set predicted_percent = 3 where id = $1`);
});

test('labels outside the range and on pictures without a face are refused', async () => {
  const { analysisId } = await product.analyse(20);
  for (const shearPercent of [-0.1, 100.1, Number.NaN]) {
    await expect(
      product.useCases.submitLabel({ analysisId, shearPercent, username: 'tess' }),
    ).rejects.toMatchObject({ code: 'shear-out-of-range' });
  }
  const { analysis } = await product.useCases.getAnalysis(analysisId);
  const accepted = await product.useCases.submitLabel({
    analysisId,
    shearPercent: analysis.shearPercent!,
    notes: '  ',
    username: 'tess',
  });
  expect(accepted).toMatchObject({ decision: 'accepted', notes: null });
});
