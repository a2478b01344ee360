import { chmod, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FilesystemObjectStore } from './filesystem-object-store.ts';

let folder: string;
let store: FilesystemObjectStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mlmcsc-objects-'));
  store = new FilesystemObjectStore(join(folder, 'objects'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const bytes = new TextEncoder().encode('fracture');
const sha256 = 'e0c4dd3fc05a9e9a8c5e46dcf3c7e0a64a4b64d4b1bcd5f6ed1d0d3fd9ad5fb1';

test('the same bytes have one key and are stored once, also by writers at the same time', async () => {
  const stored = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
  expect(new Set(stored.map(({ key }) => key)).size).toBe(1);
  const { key, sizeBytes } = stored[0]!;
  expect(sizeBytes).toBe(8);
  expect(key).toMatch(/^sha256\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
  expect(await store.head(key)).toMatchObject({ key, sizeBytes: 8 });
  expect(new Uint8Array(await store.get(key))).toEqual(bytes);
  expect(await readdir(join(folder, 'objects', key, '..'))).toHaveLength(1);
});

test('a missing object and anything that is no key name nothing', async () => {
  const missing = `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
  for (const key of [missing, '../../etc/passwd', `sha256/00/00/${sha256}`, 'sha256/e0/c4/..', '']) {
    await expect(store.get(key)).rejects.toMatchObject({ name: 'NotFound', code: 'object-not-found' });
    expect(await store.head(key)).toBeNull();
  }
});

test('changed bytes are told, and a cut file is mended by storing again', async () => {
  const { key } = await store.put(bytes);
  const path = join(folder, 'objects', key);
  await writeFile(path, 'fractuRe');
  await expect(store.get(key)).rejects.toMatchObject({ code: 'object-damaged', retryable: false });
  await truncate(path, 3);
  await store.put(bytes);
  expect(new Uint8Array(await store.get(key))).toEqual(bytes);
});

test('what is half written lies apart, and what a dead writer left there is cleared away', async () => {
  const filesOf = async () =>
    (await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ parentPath }) => relative(join(folder, 'objects'), parentPath));
  async function* content() {
    yield bytes;
    expect(await filesOf()).toEqual(['incoming']);
    yield bytes;
  }
  await store.putStream(content());
  expect((await filesOf()).filter((path) => path === 'incoming')).toEqual([]);
  await writeFile(join(folder, 'objects', 'incoming', '.left-behind'), 'half');
  expect(await store.transfers.discardUploadsBefore(new Date(Date.now() - 60_000))).toBe(0);
  expect(await store.transfers.discardUploadsBefore(new Date(Date.now() + 60_000))).toBe(1);
});

test('an empty object is an object', async () => {
  const { key } = await store.put(new Uint8Array());
  expect(await store.get(key)).toHaveLength(0);
});

test('a folder that cannot be written is told with its remedy', async () => {
  await writeFile(join(folder, 'file'), '');
  const blocked = new FilesystemObjectStore(join(folder, 'file'));
  await expect(blocked.put(bytes)).rejects.toMatchObject({
    name: 'Unavailable',
    code: 'data-folder-unwritable',
  });
  await expect(blocked.check()).rejects.toMatchObject({ code: 'data-folder-unwritable' });
});

test('the check passes on a good folder and leaves nothing behind', async () => {
  await store.check();
  expect(await readdir(join(folder, 'objects'))).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)(
  'a read-only folder is told (skipped for root, who may write anywhere)',
  async () => {
    await chmod(folder, 0o500);
    await expect(store.put(bytes)).rejects.toMatchObject({ code: 'data-folder-unwritable' });
  },
);
