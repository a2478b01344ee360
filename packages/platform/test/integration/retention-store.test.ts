import type { ImageRecord, RetentionRule, Rows } from '@mlmcsc/core';
import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPool, PostgresStore } from '../../src/postgres/index.ts';
import { uuidV7 } from '../../src/system/index.ts';
import { silentLog, startTestDatabaseServer, type TestDatabaseServer } from '../../src/testing/index.ts';

let server: TestDatabaseServer;
let pool: Pool;
let store: PostgresStore;
beforeAll(async () => {
  server = await startTestDatabaseServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  pool = createPool({ url: await server.createDatabase(), applicationName: 'test', log: silentLog });
  store = new PostgresStore(pool);
});
afterEach(() => pool.end());

const uploadedAt = new Date('2026-03-04T05:06:07.089Z');
const before = new Date('2026-04-04T00:00:00.000Z');
const at = new Date('2026-05-06T07:08:09.123Z');
let serial = 0;
const sha = (text: string) => text.padStart(64, '0');
const keyOf = (sha256: string) => `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
const rules: readonly RetentionRule[] = [
  { kind: 'unlabelled-pictures', before },
  { kind: 'labelled-pictures', before: null },
  { kind: 'maps', before: null },
];

async function insert(change: Partial<ImageRecord> = {}): Promise<ImageRecord> {
  serial += 1;
  const { image } = await store.rows.images.insertOrFind({
    ...{ id: uuidV7.next(), sha256: sha(serial.toString(16)), fileName: 'a.jpg', mediaType: 'image/jpeg' },
    ...{ sizeBytes: 7, widthPx: 640, heightPx: 481, displayKey: `d${serial}`, thumbnailKey: `t${serial}` },
    ...{
      specimen: null,
      heat: null,
      half: null,
      widthMm: null,
      pxPerMm: null,
      uploadedBy: 'tess',
      uploadedAt,
    },
    ...change,
  });
  return image;
}
const remove = (rows: Rows, limit = 10, after: string | null = null) =>
  rows.retention.remove({ kind: 'unlabelled-pictures', before }, { after, limit, at });
const removeAll = () => store.transaction((rows) => remove(rows));
const find = async (id: string) => (await store.rows.images.find(id))!;

test('removal goes on in the order of identifiers and marks each row once', async () => {
  const ids = [];
  for (let index = 0; index < 5; index += 1) ids.push((await insert()).id);
  const first = await store.transaction((rows) => remove(rows, 2));
  expect(first).toMatchObject({ last: ids[1], rows: 2 });
  expect(first.keys).toHaveLength(6);
  const rest = await store.transaction((rows) => remove(rows, 9, first.last));
  expect(rest).toMatchObject({ last: null, rows: 3 });
  expect(await removeAll()).toEqual({ last: null, rows: 0, keys: [] });
  for (const id of ids) {
    expect(await find(id)).toMatchObject({ picturesRemovedAt: at, picturesRemovedBy: 'unlabelled-pictures' });
  }
});

test('an object that a younger row refers to stays until that row goes, too', async () => {
  const older = await insert({ displayKey: 'shared', thumbnailKey: 'shared-thumbnail' });
  const younger = await insert({
    ...{ displayKey: 'shared', thumbnailKey: 'shared-thumbnail', uploadedAt: before },
  });
  const [figures] = await store.rows.retention.figures(rules);
  expect(figures).toMatchObject({
    rows: 1,
    objects: 1,
    sharedObjects: 2,
    oldest: uploadedAt,
    newest: uploadedAt,
  });
  expect((await removeAll()).keys).toEqual([keyOf(older.sha256)]);
  await pool.query('update images set uploaded_at = $1 where id = $2', [uploadedAt, younger.id]);
  expect([...(await removeAll()).keys].sort()).toEqual(
    [keyOf(younger.sha256), 'shared', 'shared-thumbnail'].sort(),
  );
});

test.each([
  [
    'hold',
    (rows: Rows, image: ImageRecord) =>
      rows.retention.placeHold({ imageId: image.id, reason: 'r', placedBy: 'rita', placedAt: at }),
  ],
  ['repeated upload', (rows: Rows, image: ImageRecord) => rows.images.touch(image.id, before)],
  [
    'dataset version',
    async (rows: Rows, image: ImageRecord) => {
      await rows.datasets.insertOrFind({
        ...{
          digest: sha(image.sha256.slice(-4)),
          kind: 'labels',
          source: 'created',
          format: 2,
          parentDigest: null,
        },
        ...{ depth: 0, items: 1, heldOut: 0, sizeBytes: 9, summary: null, description: null, filter: null },
        createdBy: 'ada',
      });
      expect(await rows.retention.listDatasetPictures(sha(image.sha256.slice(-4)), [image.sha256])).toEqual(
        [],
      );
    },
  ],
] as const)('a %s that is not committed yet is waited for and seen', async (_name, change) => {
  const image = await insert();
  const changed = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const changing = store.transaction(async (rows) => {
    await change(rows, image);
    changed.resolve();
    await goOn.promise;
  });
  await changed.promise;
  const removing = removeAll();
  await expect
    .poll(async () => (await pool.query('select 1 from pg_locks where not granted')).rowCount)
    .toBeGreaterThan(0);
  goOn.resolve();
  await changing;
  expect(await removing).toMatchObject({ rows: 0, keys: [] });
  expect((await find(image.id)).picturesRemovedAt).toBeNull();
});

test('a version that comes after a removal under way finds its picture removed', async () => {
  const image = await insert();
  const marked = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const removing = store.transaction(async (rows) => {
    await remove(rows);
    marked.resolve();
    await goOn.promise;
  });
  await marked.promise;
  const digest = sha('f'.repeat(9));
  const listing = store.transaction(async (rows) => {
    await rows.datasets.insertOrFind({
      ...{ digest, kind: 'labels', source: 'created', format: 2, parentDigest: null, depth: 0, items: 1 },
      ...{ heldOut: 0, sizeBytes: 9, summary: null, description: null, filter: null, createdBy: 'ada' },
    });
    return rows.retention.listDatasetPictures(digest, [image.sha256]);
  });
  await expect
    .poll(async () => (await pool.query('select 1 from pg_locks where not granted')).rowCount)
    .toBeGreaterThan(0);
  goOn.resolve();
  await removing;
  expect(await listing).toEqual([image.sha256]);
});

test('a removal that is written down is carried out unless a row refers to it again or somebody claimed it', async () => {
  const [gone, back, claimed] = [await insert(), await insert(), await insert()];
  const { keys } = await removeAll();
  expect(keys).toHaveLength(9);
  await store.rows.images.bringBack(back.id, { displayKey: back.displayKey, thumbnailKey: 'new' }, at);
  await store.rows.objects.claim(claimed.displayKey);
  const waiting = await store.rows.retention.waitingRemovals(null, 100);
  // What the row refers to again is off the list, its former thumbnail is not.
  expect(waiting).toHaveLength(7);
  const free = await store.transaction(async (rows) => {
    const locked = await rows.retention.lockRemovals(waiting);
    await rows.retention.finishRemovals(locked, at);
    return locked;
  });
  const expected = [keyOf(gone.sha256), gone.displayKey, gone.thumbnailKey, back.thumbnailKey];
  expect([...free].sort()).toEqual([...expected, keyOf(claimed.sha256), claimed.thumbnailKey].sort());
  expect(await store.rows.retention.waitingRemovals(null, 100)).toEqual([claimed.displayKey]);
  await pool.query(`update object_claims set claimed_at = now() - interval '2 hours'`);
  expect(await store.transaction((rows) => rows.retention.lockRemovals([claimed.displayKey]))).toEqual([
    claimed.displayKey,
  ]);
  expect(await store.rows.objects.removal(gone.displayKey)).toEqual({ at, policy: 'unlabelled-pictures' });
});

test('the database itself refuses what a typing error would make of a policy', async () => {
  for (const days of [0, 1, 29, -1, 36_501]) {
    await expect(pool.query(`update retention_policies set keep_days = ${days}`)).rejects.toThrow(/check/);
  }
});

test('holds come newest first, in pages, and one replaces the other', async () => {
  const images = [await insert(), await insert(), await insert()];
  for (const [index, { id }] of images.entries()) {
    const placedAt = new Date(at.getTime() + index);
    await store.rows.retention.placeHold({ imageId: id, reason: `r${index}`, placedBy: 'rita', placedAt });
  }
  const first = await store.rows.retention.holds({ limit: 2 });
  const second = await store.rows.retention.holds({ limit: 2, cursor: first.nextCursor! });
  expect([...first.items, ...second.items].map(({ reason }) => reason)).toEqual(['r2', 'r1', 'r0']);
  expect(second.nextCursor).toBeNull();
  const [{ id: imageId }] = images as [ImageRecord];
  await store.rows.retention.placeHold({ imageId, reason: 'other', placedBy: 'bob', placedAt: at });
  expect(await store.rows.retention.findHold(imageId)).toMatchObject({ reason: 'other', placedBy: 'bob' });
  expect(await store.rows.retention.releaseHold(imageId)).toMatchObject({ reason: 'other' });
  expect(await store.rows.retention.releaseHold(imageId)).toBeNull();
});

test('the counts of a run add up and are closed once', async () => {
  const jobId = uuidV7.next();
  await store.rows.retention.beginRun(jobId, at);
  await store.rows.retention.countRun(jobId, 'maps', { rows: 2, objects: 3, bytes: 5_000_000_000 });
  await store.rows.retention.beginRun(jobId, at);
  await store.rows.retention.countRun(jobId, 'maps', { rows: 4, objects: 5, bytes: 6 });
  expect(await store.rows.retention.endedRuns()).toEqual([jobId]);
  expect(await store.rows.retention.closeRun(jobId, at)).toEqual({
    maps: { rows: 6, objects: 8, bytes: 5_000_000_006 },
  });
  expect(await store.rows.retention.closeRun(jobId, at)).toBeNull();
  expect(await store.rows.retention.endedRuns()).toEqual([]);
});
