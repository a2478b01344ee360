import { freezeLabels, longestLineage, recordDataset, reproduceModel, writeTrainingSet } from '@mlmcsc/core';
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

const areaOf = (index: number) => 10 + ((index * 37) % 75);

/** Two people read this laboratory's pictures differently, so who labelled matters to what is learned. */
async function label(index: number, technician = index % 2 === 0 ? 'tess' : 'bob'): Promise<string> {
  const { analysisId } = await product.analyse(areaOf(index), `S${index}`);
  const shearPercent = Math.min(100, areaOf(index) + (technician === 'tess' ? 12 : 8));
  return (await product.useCases.submitLabel({ analysisId, shearPercent, username: technician })).id;
}

async function labels(from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += 1) await label(index);
}

const champion = () => product.useCases.currentModel();
const reproduce = (version: string, remeasure = false) =>
  reproduceModel(product.dependencies, { version, remeasure, signal: new AbortController().signal });
const itemsOf = async (digest: string) =>
  (await product.datasets.listDatasetItems(digest, { limit: 200 })).items;

test('every learned model names the dataset version of exactly the labels it learned, and comes out the same again', async () => {
  const shipped = await champion();
  expect(shipped.datasetDigest).toBeNull();
  await labels(0, 20);
  await product.learn();
  const first = await champion();
  const firstSet = await product.datasets.getDataset(first.datasetDigest!);
  expect(firstSet).toMatchObject({ kind: 'training', parentDigest: null, items: first.labelCount });
  expect(firstSet.heldOut).toBe(0);

  await labels(20, 26);
  await product.learn();
  const second = await champion();
  expect(second.parentVersion).toBe(first.version);
  const secondSet = await product.datasets.getDataset(second.datasetDigest!);
  expect(secondSet).toMatchObject({ parentDigest: first.datasetDigest, items: second.labelCount });
  // As much as is new, not as much as there is.
  expect(secondSet.sizeBytes).toBeLessThan(firstSet.sizeBytes / 2);
  const items = await itemsOf(second.datasetDigest!);
  expect(items).toHaveLength(second.labelCount);
  expect(items.slice(0, firstSet.items)).toEqual(await itemsOf(first.datasetDigest!));
  expect(new Set(items.map(({ technician }) => technician)).size).toBe(2);
  expect(JSON.stringify(items)).not.toMatch(/tess|bob/);

  const job = await product.useCases.startRetraining({ username: 'eve' });
  const retrained = await product.useCases.getModel(String((await product.runJob(job.id)).result!.candidate));
  expect(retrained.datasetDigest).not.toBeNull();
  for (const [version, steps] of [
    [first.version, 1],
    [second.version, 2],
    [retrained.version, 1],
  ] as const) {
    expect(await reproduce(version)).toMatchObject({ outcome: 'same', steps, measured: 0, differs: null });
  }
  const measured = product.measurer.measured;
  expect(await reproduce(second.version, true)).toMatchObject({
    outcome: 'same',
    measured: second.labelCount,
  });
  expect(product.measurer.measured - measured).toBe(second.labelCount);

  // Names are no part of what was learned.
  await product.dependencies.store.transaction((rows) => rows.people.erase('bob'));
  expect(await reproduce(second.version)).toMatchObject({ outcome: 'same' });
  expect(await reproduce(retrained.version)).toMatchObject({ outcome: 'same' });
  expect(await reproduce(shipped.version)).toMatchObject({ outcome: 'impossible' });
  await expect(reproduce('nothing')).rejects.toMatchObject({ code: 'model-not-found' });
});

test('what a champion of an earlier release learned is unknown, and the next one knows again', async () => {
  await labels(0, 12);
  await product.learn();
  const old = await champion();
  expect(old.origin).toBe('online');
  // As the release before wrote it.
  await product.pool.query('alter table models disable trigger models_no_change');
  await product.pool.query('update models set dataset_digest = null where version = $1', [old.version]);
  expect(await reproduce(old.version)).toMatchObject({
    outcome: 'impossible',
    reason: expect.stringContaining('not known'),
  });
  await labels(12, 15);
  const { candidate } = (await product.learn()).result as { candidate: string };
  const next = await product.useCases.getModel(candidate);
  // All labels there are, from the shipped model.
  expect(next.parentVersion).toBe((await product.useCases.listModels({ limit: 10 })).items.at(-1)!.version);
  expect(next.datasetDigest).not.toBeNull();
  expect(await reproduce(candidate)).toMatchObject({ outcome: 'same', labels: next.labelCount });
});

test('a model that was changed behind its back does not come out the same', async () => {
  await labels(0, 12);
  await product.learn();
  const model = await champion();
  const other = await freezeLabels(product.dependencies, { filter: {}, description: null, by: 'eve' });
  await product.pool.query('alter table models disable trigger models_no_change');
  await product.pool.query('update models set dataset_digest = $1 where version = $2', [
    other.version.digest,
    model.version,
  ]);
  expect(await reproduce(model.version)).toMatchObject({
    outcome: 'different',
    differs: { version: model.version, wanted: model.digest },
  });
});

test('a line of many small steps is written out in full now and then', async () => {
  const { dependencies } = product;
  const labelIds: string[] = [];
  for (let index = 0; index < 5; index += 1) labelIds.push(await label(index));
  let learnedBefore: string | null = null;
  const depths: number[] = [];
  for (let step = 0; step < longestLineage + 3; step += 1) {
    const set = await writeTrainingSet(dependencies, {
      learnedBefore,
      labelIds: [labelIds[step % labelIds.length]!],
      by: 'system',
    });
    await dependencies.store.transaction((rows) => recordDataset(rows, set.version));
    learnedBefore = set.version.digest;
    depths.push(set.version.depth);
  }
  expect(Math.max(...depths)).toBe(longestLineage);
  expect(depths.at(-2)).toBe(0);
  const last = await product.datasets.getDataset(learnedBefore!);
  expect(last.items).toBe(longestLineage + 3);
  expect(await itemsOf(learnedBefore!)).toHaveLength(longestLineage + 3);
});
