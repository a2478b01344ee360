import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable } from '@mlmcsc/core';
import { FilesystemObjectStore } from '@mlmcsc/platform/objects';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyObjects, verifyObjects } from './object-work.ts';

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
