import { createHash } from 'node:crypto';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkObjects, type ObjectStore, objectKeyOf, removeUnreferenced } from '@mlmcsc/core';
import { startTestDatabaseServer, type TestDatabaseServer } from '@mlmcsc/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptedPicture } from '../support/scripted-measurer.ts';
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

const long = new Date('2026-01-01T00:00:00Z');
const keyOf = (bytes: Uint8Array) => objectKeyOf(createHash('sha256').update(bytes).digest('hex'));
const pathOf = (key: string) => join(product.dataDir, 'objects', key);
const makeOld = (key: string) => utimes(pathOf(key), long, long);
const check = (more: object = {}) =>
  checkObjects(product.dependencies, { orphansBefore: new Date(Date.now() - 3_600_000), ...more });
const remove = (keys: readonly string[], objects: ObjectStore = product.dependencies.objects) =>
  removeUnreferenced({ ...product.dependencies, objects }, keys);
const upload = (bytes: Uint8Array) =>
  product.useCases.uploadImage({ bytes, fileName: 'a.png', username: 'tess' });
const objectsOf = async (id: string) => {
  const image = await product.useCases.getImage(id);
  return [objectKeyOf(image.sha256), image.displayKey, image.thumbnailKey];
};

test('a product that works has neither rows without objects nor objects without rows', async () => {
  await product.analyse(30);
  await product.analyse(60);
  const found = await check({ orphansBefore: new Date(Date.now() + 1000), readContents: true });
  expect(found).toMatchObject({ missing: 0, orphans: 0, young: 0, damaged: 0 });
  expect(found.objects).toBeGreaterThan(8);
});

test('finds what is missing, what is unused and what was damaged', async () => {
  const { objects } = product.dependencies;
  const { imageId } = await product.analyse(40);
  const [original, display] = (await objectsOf(imageId)) as [string, string, string];
  const unused = await objects.put(Buffer.from('nobody needs this'));
  const young = await objects.put(Buffer.from('somebody is about to need this'));
  await makeOld(unused.key);
  const bytes = await objects.get(original);
  const rendition = await objects.get(display);
  await objects.delete(original);
  await writeFile(pathOf(display), 'x');
  expect(await check({ readContents: true })).toMatchObject({
    ...{ missing: 1, orphans: 1, orphanBytes: 17, young: 1, damaged: 1 },
    examples: { missing: [`picture of ${imageId}: ${original}`], orphans: [unused.key], damaged: [display] },
  });
  await objects.put(bytes);
  await objects.delete(display);
  await objects.put(rendition);
  await objects.delete(young.key);
  const fixed = await check({
    onOrphans: async (orphans: readonly { key: string }[]) =>
      (await remove(orphans.map(({ key }) => key))).objects,
  });
  expect(fixed).toMatchObject({ missing: 0, orphans: 1, removedOrphans: 1 });
  expect(await check()).toMatchObject({ missing: 0, orphans: 0, young: 0 });
});

test('what is referred to or fresh is never removed, whatever is asked for', async () => {
  const { imageId } = await product.analyse(50);
  const keys = await objectsOf(imageId);
  for (const key of keys) await makeOld(key);
  const fresh = await product.dependencies.objects.put(Buffer.from('fresh'));
  expect(await remove([...keys, fresh.key])).toEqual({ objects: 0, bytes: 0 });
  for (const key of keys) expect(await product.dependencies.objects.head(key)).not.toBeNull();
});

test('an upload that finds the old object of a removal under way waits for it and stores it again', async () => {
  const { objects } = product.dependencies;
  const bytes = await scriptedPicture(20, 70_001);
  await objects.put(bytes);
  const key = keyOf(bytes);
  await makeOld(key);
  const deleting = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slow: ObjectStore = {
    ...product.dependencies.objects,
    head: (wanted) => objects.head(wanted),
    async delete(wanted) {
      deleting.resolve();
      await goOn.promise;
      await objects.delete(wanted);
    },
  };
  const removal = remove([key], slow);
  await deleting.promise;
  let isStored = false;
  const uploading = upload(bytes).then((result) => {
    isStored = true;
    return result;
  });
  // The claim of the upload waits in the database for the removal's lock.
  await expect
    .poll(
      async () =>
        (await product.pool.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`))
          .rowCount,
    )
    .toBe(1);
  expect(isStored).toBe(false);
  goOn.resolve();
  expect(await removal).toMatchObject({ objects: 1 });
  const { image } = await uploading;
  expect(await objects.get(objectKeyOf(image.sha256))).toEqual(Buffer.from(bytes));
});

test('a removal after the claim of an upload spares the object', async () => {
  const { objects, store } = product.dependencies;
  const stored = await objects.put(Buffer.from('claimed'));
  await makeOld(stored.key);
  await store.rows.objects.claim(stored.key);
  expect(await remove([stored.key])).toEqual({ objects: 0, bytes: 0 });
  await product.pool.query(`update object_claims set claimed_at = now() - interval '2 hours'`);
  expect(await remove([stored.key])).toMatchObject({ objects: 1 });
});

test('uploads and removals of the same bytes in any order leave every row its objects', async () => {
  const { objects } = product.dependencies;
  const pictures = await Promise.all(
    Array.from({ length: 12 }, (_, index) => scriptedPicture(index, 80_000 + index)),
  );
  const ids: string[] = [];
  await Promise.all(
    pictures.map(async (bytes, index) => {
      await objects.put(bytes);
      await makeOld(keyOf(bytes));
      const removal = async () => {
        for (let round = 0; round < 4; round += 1) await remove([keyOf(bytes)]);
      };
      const uploading = async () => {
        if (index % 3 > 0) await new Promise((resolve) => setImmediate(resolve));
        ids.push((await upload(bytes)).image.id);
      };
      await Promise.all([removal(), uploading()]);
    }),
  );
  for (const id of ids) {
    for (const key of await objectsOf(id)) await objects.get(key);
  }
  expect(await check()).toMatchObject({ missing: 0 });
});
