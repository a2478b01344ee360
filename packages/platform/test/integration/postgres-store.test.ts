import type { ImageRecord, JobRecord, ModelRecord } from '@mlmcsc/core';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { poolUrlOf } from '../../../../test/services/database-route.ts';
import { createPool, PostgresStore } from '../../src/postgres/index.ts';
import { uuidV7 } from '../../src/system/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
let pool: Pool;
let store: PostgresStore;
beforeAll(async () => {
  server = await startTestDatabaseServer();
  const url = await poolUrlOf(await server.createDatabase());
  pool = createPool({ url, applicationName: 'test', log: silentLog });
  store = new PostgresStore(pool);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

const hex = (character: string) => character.repeat(64);
const at = new Date('2026-03-04T05:06:07.089Z');

function image(sha256: string): ImageRecord {
  return {
    ...{ id: uuidV7.next(), sha256, fileName: 'Ä b.jpg', mediaType: 'image/jpeg', sizeBytes: 3_000_000_001 },
    ...{
      widthPx: 640,
      heightPx: 481,
      displayKey: 'd',
      thumbnailKey: 't',
      specimen: null,
      heat: 'H',
      half: 2,
      widthMm: 7.5,
    },
    ...{ pxPerMm: null, uploadedBy: 'tess', uploadedAt: at },
    ...{ picturesRemovedAt: null, picturesRemovedBy: null },
  };
}

function job(kind: JobRecord['kind'], createdAt = at): JobRecord {
  return {
    ...{
      id: uuidV7.next(),
      kind,
      state: 'queued',
      payload: { a: [1] },
      progress: { done: 0, failed: 0, total: 0 },
    },
    ...{ attempts: 0, maxAttempts: 3, error: null, result: null, createdBy: 'tess', createdAt },
    ...{ startedAt: null, finishedAt: null, priority: 'normal', runs: 0, traceparent: null },
    ...{ closedReason: null, availableAt: createdAt, stage: null },
  };
}

function model(version: string, digest: string): ModelRecord {
  return {
    ...{ id: uuidV7.next(), version, digest, baseDigest: digest, parentVersion: null, origin: 'shipped' },
    ...{
      labelCount: 0,
      pipelineVersion: 'p1',
      sizeBytes: 10,
      heldOut: null,
      gate: null,
      datasetDigest: null,
      createdAt: at,
    },
  };
}

test('an image comes back as it was stored; its SHA-256 is unique', async () => {
  const first = image(hex('a'));
  expect(await store.rows.images.insertOrFind(first)).toEqual({ image: first, created: true });
  expect(await store.rows.images.insertOrFind(image(hex('a')))).toEqual({ image: first, created: false });
  expect(await store.rows.images.find(first.id)).toEqual(first);
  expect(await store.rows.images.findMany([first.id, uuidV7.next(), 'junk'])).toEqual([first]);
  expect(await store.rows.images.find('junk')).toBeNull();
});

test('inserts at the same time find one another', async () => {
  const results = await Promise.all(
    Array.from({ length: 8 }, () => store.rows.images.insertOrFind(image(hex('b')))),
  );
  expect(results.filter(({ created }) => created)).toHaveLength(1);
  expect(new Set(results.map((result) => result.image.id)).size).toBe(1);
});

test('a job changes state only from where it may', async () => {
  const one = job('analysis.batch.v1');
  const { jobs } = store.rows;
  await jobs.insert(one, []);
  expect(await jobs.find(one.id)).toEqual(one);
  const startedAt = new Date(at.getTime() + 1000);
  expect(await jobs.transition(one.id, { from: ['running'], to: 'completed', at })).toBeNull();
  expect(
    await jobs.transition(one.id, { from: ['queued'], to: 'running', at: startedAt, attempts: 1 }),
  ).toMatchObject({
    ...{ state: 'running', attempts: 1, startedAt, finishedAt: null },
  });
  const later = new Date(at.getTime() + 9000);
  await jobs.transition(one.id, { from: ['running'], to: 'retrying', at: later, error: 'away' });
  expect(
    await jobs.transition(one.id, { from: ['retrying'], to: 'running', at: later, attempts: 2 }),
  ).toMatchObject({
    ...{ startedAt, error: 'away' },
  });
  const done = { from: ['running'], to: 'completed', at: later, error: null, result: { n: 1 } } as const;
  expect(await jobs.transition(one.id, done)).toMatchObject({
    finishedAt: later,
    result: { n: 1 },
    error: null,
  });
});

test('items of a job are finished once, counted once, and come in order', async () => {
  const { jobs, images } = store.rows;
  const ids = await Promise.all(
    ['c', 'd', 'e', 'f'].map(
      async (character) => (await images.insertOrFind(image(hex(character)))).image.id,
    ),
  );
  const one = { ...job('analysis.batch.v1'), progress: { done: 0, failed: 0, total: 4 } };
  await jobs.insert(one, ids);
  expect((await jobs.waitingItems(one.id, 3)).map((item) => item.imageId)).toEqual(ids.slice(0, 3));
  const results = await Promise.all(
    Array.from({ length: 6 }, () =>
      jobs.finishItems(one.id, [{ imageId: ids[1]!, outcome: { error: 'bad' } }]),
    ),
  );
  expect(results.every(({ failed }) => failed === 1)).toBe(true);
  expect(await jobs.waitingItems(one.id, 10)).toHaveLength(3);
  const page = await jobs.items(one.id, { limit: 3 });
  expect(page.items[1]).toEqual({
    jobId: one.id,
    imageId: ids[1],
    analysisId: null,
    state: 'failed',
    error: 'bad',
  });
  const rest = await jobs.items(one.id, { limit: 3, cursor: page.nextCursor! });
  expect(rest.items.map((item) => item.imageId)).toEqual([ids[3]]);
  expect(rest.nextCursor).toBeNull();
  await jobs.resetFailedItems(one.id);
  expect((await jobs.find(one.id))!.progress).toEqual({ done: 0, failed: 0, total: 4 });
});

test('pages of jobs hold each job once, also with equal times', async () => {
  const all = Array.from({ length: 7 }, () => job('model.retrain.v1', new Date('2030-01-01T00:00:00Z')));
  for (const one of all) await store.rows.jobs.insert(one, []);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.rows.jobs.list(
      { kind: 'model.retrain.v1', state: 'queued' },
      { limit: 3, cursor },
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(all.map(({ id }) => id).reverse());
});

test('one pending job of a kind, also for callers at the same time', async () => {
  const results = await Promise.all(
    Array.from({ length: 6 }, () =>
      store.transaction((rows) => rows.jobs.insertUnlessPending(job('label.learn.v1'))),
    ),
  );
  expect(results.filter(({ created }) => created)).toHaveLength(1);
  const pending = results[0]!.job;
  // While a transaction counts on the pending job, that job cannot start.
  let started = false;
  await store.transaction(async (rows) => {
    await rows.jobs.insertUnlessPending(job('label.learn.v1'));
    const start = store.rows.jobs.transition(pending.id, { from: ['queued'], to: 'running', at });
    void start.then(() => {
      started = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(started).toBe(false);
  });
  await expect.poll(() => started).toBe(true);
});

test('the champion moves only from where the caller believes it is', async () => {
  const { models } = store.rows;
  const [one, two] = [
    model('m-1', hex('1')),
    { ...model('m-2', hex('2')), createdAt: new Date(at.getTime() + 1) },
  ];
  expect(await models.champion()).toBeNull();
  await models.insert(one);
  await models.insert(two);
  const deployment = (fromVersion: string | null, toVersion: string) => ({
    ...{
      id: uuidV7.next(),
      fromVersion,
      toVersion,
      reason: 'because',
      kind: 'automatic' as const,
      deployedBy: 'eve',
      approvedBy: null,
      deployedAt: at,
    },
  });
  await models.promote(deployment(null, 'm-1'));
  await expect(models.promote(deployment(null, 'm-2'))).rejects.toMatchObject({ code: 'champion-changed' });
  await expect(models.promote(deployment('m-2', 'm-1'))).rejects.toMatchObject({ retryable: true });
  expect(await models.champion()).toEqual(one);
  await models.promote(deployment('m-1', 'm-2'));
  expect((await models.deployments({ limit: 10 })).items).toHaveLength(2);
  expect(await models.find('m-2')).toEqual(two);
  expect(await models.find(one.id)).toEqual(one);
  expect(await models.findByDigest(hex('2'))).toEqual(two);
  expect(await models.newestShipped('p1')).toEqual(two);
  expect(await models.newestShipped('p2')).toBeNull();
  await expect(models.insert(model('m-1', hex('3')))).rejects.toMatchObject({ code: 'already-exists' });
  await expect(pool.query('delete from deployments')).rejects.toMatchObject({ code: '23001' });
  await expect(pool.query(`update models set version = 'x'`)).rejects.toMatchObject({ code: '23001' });
});

test('transactions that disturb each other are run again', async () => {
  await store.rows.settings.setLearningStrategy('batch');
  const runs: number[] = [];
  const [a, b] = [model('d-1', hex('7')), model('d-2', hex('8'))];
  await store.rows.models.insert(a);
  await store.rows.models.insert(b);
  const ids = [image(hex('3')), image(hex('4'))];
  // Each takes what the other wants next: PostgreSQL ends one of them, and the store repeats it.
  const crosswise = (order: readonly ImageRecord[], name: number) =>
    store.transaction(async (rows) => {
      runs.push(name);
      await rows.images.insertOrFind(order[0]!);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return rows.images.insertOrFind(order[1]!);
    });
  await Promise.all([crosswise(ids, 1), crosswise([...ids].reverse(), 2)]);
  expect(runs.length).toBe(3);
  expect(await store.rows.settings.learningStrategy()).toBe('batch');
});
