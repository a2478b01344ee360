import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable } from '@mlmcsc/core';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyObjects, repairObjects, replicateObjects, verifyObjects } from './object-work.ts';

let folder: string;
let source: FilesystemObjectStore;
let target: FilesystemObjectStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-copy-'));
  source = new FilesystemObjectStore(join(folder, 'source'));
  target = new FilesystemObjectStore(join(folder, 'target'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const store = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => source.put(randomBytes(100 + n))));

test('copies everything, and nothing twice', async () => {
  const stored = await store(30);
  await target.put(await source.get(stored[4]!.key));
  let done = 0;
  const first = await copyObjects(source, target, () => (done += 1));
  expect(first).toMatchObject({ intact: 30, copied: 29, damaged: [] });
  expect(done).toBe(30);
  for (const { key } of stored) expect(await target.get(key)).toEqual(await source.get(key));
  expect(await copyObjects(source, target, () => {})).toMatchObject({ intact: 30, copied: 0, bytes: 0 });
});

test('names what is damaged, copies the others and never the damaged one', async () => {
  const stored = await store(12);
  const { key, sizeBytes } = stored[7]!;
  await writeFile(join(folder, 'source', key), randomBytes(sizeBytes));
  expect(await verifyObjects(source, () => {})).toMatchObject({ intact: 11, damaged: [key] });
  expect(await copyObjects(source, target, () => {})).toMatchObject({ copied: 11, damaged: [key] });
  expect(await target.head(key)).toBeNull();
  expect(await verifyObjects(target, () => {})).toMatchObject({ intact: 11, damaged: [] });
});

test('ends with the failure of the target and goes on the next time', async () => {
  await store(40);
  let room = 15;
  class FullStore extends FilesystemObjectStore {
    override async putStream(content: AsyncIterable<Uint8Array>, signal?: AbortSignal) {
      room -= 1;
      if (room < 0) throw new Unavailable('disk-full', 'The disk is full.');
      return super.putStream(content, signal);
    }
  }
  const full = new FullStore(join(folder, 'target'));
  await expect(copyObjects(source, full, () => {})).rejects.toMatchObject({ code: 'disk-full' });
  expect(await copyObjects(source, target, () => {})).toMatchObject({ intact: 40, copied: 25 });
});

test('replicates what the other region lacks, and never takes anything away there', async () => {
  const stored = await store(20);
  expect(await replicateObjects(source, target, () => {})).toMatchObject({
    intact: 20,
    copied: 20,
    damaged: [],
  });
  const [first, , , fourth] = stored;
  await source.delete(first!.key);
  await target.delete(fourth!.key);
  const { key } = await source.put(randomBytes(77));
  expect(await replicateObjects(source, target, () => {})).toMatchObject({
    intact: 20,
    copied: 2,
    damaged: [],
  });
  expect(await target.head(first!.key)).not.toBeNull();
  expect(await target.get(key)).toEqual(await source.get(key));
});

test('repairs from the other region what is damaged or gone, unless it is damaged there, too', async () => {
  const stored = await store(10);
  await replicateObjects(source, target, () => {});
  const [gone, changed, cut, hopeless] = stored.map(({ key }) => key) as [string, string, string, string];
  await source.delete(gone);
  await writeFile(join(folder, 'source', changed), randomBytes(stored[1]!.sizeBytes));
  await writeFile(join(folder, 'source', cut), randomBytes(3));
  await writeFile(join(folder, 'source', hopeless), randomBytes(stored[3]!.sizeBytes));
  await writeFile(join(folder, 'target', hopeless), randomBytes(stored[3]!.sizeBytes));
  const report = await repairObjects(source, target, () => {});
  expect(report).toMatchObject({ intact: 9, copied: 3, damaged: [hopeless] });
  expect(await verifyObjects(source, () => {})).toMatchObject({ intact: 9, damaged: [hopeless] });
});
