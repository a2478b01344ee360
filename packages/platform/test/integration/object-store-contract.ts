import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type ObjectStore, objectKeyOf, type TransferAddress } from '@mlmcsc/core';
import { describe, expect, test } from 'vitest';

/** A store under test, and what the contract needs to look behind it. */
export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** Names of everything that lies in the store, objects or not, and of what is half uploaded. */
  everything(): Promise<readonly string[]>;
  /** Changes a stored object's bytes behind the store's back. */
  damage(key: string): Promise<void>;
  /** Makes what a client fetches out of an address (a path, where the store has no server of its own). */
  absolute(url: string): string;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const unknownKey = objectKeyOf(sha256Of(bytesOf('never stored')));
const megabyte = 1024 * 1024;

async function* pieces(bytes: Uint8Array, pieceBytes = 700_001): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of content) all.push(piece);
  return Buffer.concat(all);
}

/** What every object store does. @param underTest - an empty store; asked for in each test */
export function describeObjectStore(name: string, underTest: () => StoreUnderTest): void {
  const store = () => underTest().store;
  const upload = (address: TransferAddress, body: Uint8Array) => {
    const { 'content-length': _length, ...headers } = address.headers;
    return fetch(underTest().absolute(address.url), {
      method: address.method,
      headers,
      body: new Uint8Array(body),
    });
  };

  describe(name, () => {
    test('is proven usable by a check that leaves nothing behind', async () => {
      const before = await underTest().everything();
      await store().check();
      await store().check();
      expect(await underTest().everything()).toEqual(before);
    });

    test('gives back what was put, under a key made of its digest', async () => {
      const bytes = bytesOf('fracture face');
      const stored = await store().put(bytes);
      const sha256 = sha256Of(bytes);
      expect(stored).toEqual({
        key: `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
        sha256,
        sizeBytes: 13,
      });
      expect(new Uint8Array(await store().get(stored.key))).toEqual(bytes);
      expect(await collect(store().stream(stored.key))).toEqual(Buffer.from(bytes));
    });

    test('stores the same bytes once, also for writers at the same time', async () => {
      const bytes = randomBytes(5_000);
      const first = await store().put(bytes);
      const { storedAt } = (await store().head(first.key))!;
      // Times are told in whole seconds by some stores.
      await delay(1_100);
      const again = await Promise.all([
        ...Array.from({ length: 6 }, () => store().put(bytes)),
        store().putStream(pieces(bytes, 999)),
      ]);
      for (const stored of again) expect(stored).toEqual(first);
      expect((await store().head(first.key))!.storedAt).toEqual(storedAt);
    });

    test('keeps an empty object', async () => {
      const { key } = await store().put(new Uint8Array());
      expect(await store().get(key)).toHaveLength(0);
      expect(await store().head(key)).toMatchObject({ sizeBytes: 0 });
      expect(await store().getRange(key, { offset: 0, length: 10 })).toHaveLength(0);
    });

    test('answers for what is not there, or is no key, without reaching anything else', async () => {
      for (const key of [unknownKey, '../../etc/passwd', 'incoming/x', 'sha256/e0/c4/..', '']) {
        const missing = { name: 'NotFound', code: 'object-not-found' };
        await expect(store().get(key)).rejects.toMatchObject(missing);
        await expect(collect(store().stream(key))).rejects.toMatchObject(missing);
        await expect(store().getRange(key, { offset: 0, length: 1 })).rejects.toMatchObject(missing);
        expect(await store().head(key)).toBeNull();
        await store().delete(key);
      }
    });

    test('reads a part, and less where the object ends', async () => {
      const bytes = Buffer.from('0123456789');
      const { key } = await store().put(bytes);
      const range = async (offset: number, length: number) =>
        Buffer.from(await store().getRange(key, { offset, length })).toString();
      expect(await range(0, 3)).toBe('012');
      expect(await range(4, 1)).toBe('4');
      expect(await range(7, 100)).toBe('789');
      expect(await range(10, 5)).toBe('');
      expect(await range(99, 5)).toBe('');
      for (const [offset, length] of [
        [-1, 1],
        [0, 0],
        [0.5, 1],
      ] as const) {
        await expect(store().getRange(key, { offset, length })).rejects.toThrow(RangeError);
      }
    });

    test('tells size and time of storing', async () => {
      const earliest = Date.now() - 2_000;
      const { key, sha256 } = await store().put(randomBytes(321));
      const head = (await store().head(key))!;
      expect(head).toMatchObject({ key, sha256, sizeBytes: 321 });
      expect(head.storedAt.getTime()).toBeGreaterThan(earliest);
      expect(head.storedAt.getTime()).toBeLessThan(Date.now() + 2_000);
    });

    test('lists all objects in order, page by page, and by prefix', async () => {
      const stored = await Promise.all(
        Array.from({ length: 11 }, (_, n) => store().put(bytesOf(`listed ${n}`))),
      );
      const all: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await store().list({ limit: 4, cursor });
        expect(page.items.length).toBeLessThanOrEqual(4);
        all.push(...page.items.map(({ key }) => key));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(all).toEqual([...new Set(all)].sort());
      for (const { key } of stored) expect(all).toContain(key);
      const { items, nextCursor } = await store().list({ limit: 1000 });
      expect(items.map(({ key }) => key)).toEqual(all);
      expect(nextCursor).toBeNull();
      const { key, sha256, sizeBytes } = stored[7]!;
      for (const prefix of [key.slice(0, 9), key.slice(0, 10), key.slice(0, 15), key]) {
        const page = await store().list({ prefix, limit: 1000 });
        expect(page.items).toContainEqual(expect.objectContaining({ key, sha256, sizeBytes }));
        for (const item of page.items) expect(item.key.startsWith(prefix)).toBe(true);
      }
      expect((await store().list({ prefix: 'incoming/', limit: 10 })).items).toEqual([]);
      expect((await store().list({ prefix: 'sha256/zz', limit: 10 })).items).toEqual([]);
    });

    test('deletes for good, and again without complaint', async () => {
      const { key } = await store().put(randomBytes(10));
      await store().delete(key);
      await store().delete(key);
      expect(await store().head(key)).toBeNull();
      expect((await store().put(bytesOf('back again'))).sizeBytes).toBe(10);
    });

    test('tells damaged bytes when they are read', async () => {
      const { key } = await store().put(randomBytes(4_000));
      await underTest().damage(key);
      const damaged = { name: 'Unavailable', code: 'object-damaged', retryable: false };
      await expect(store().get(key)).rejects.toMatchObject(damaged);
      await expect(collect(store().stream(key))).rejects.toMatchObject(damaged);
      await store().delete(key);
    });

    test('takes a large object as a stream and gives it back the same', async () => {
      const bytes = randomBytes(21 * megabyte + 13);
      const stored = await store().putStream(pieces(bytes));
      expect(stored).toMatchObject({ sha256: sha256Of(bytes), sizeBytes: bytes.length });
      expect(sha256Of(await collect(store().stream(stored.key)))).toBe(stored.sha256);
      const tail = await store().getRange(stored.key, { offset: 20 * megabyte, length: 100 });
      expect(Buffer.from(tail)).toEqual(bytes.subarray(20 * megabyte, 20 * megabyte + 100));
      expect(await store().putStream(pieces(bytes))).toEqual(stored);
      await store().delete(stored.key);
    });

    test('leaves nothing of a stream that fails or is aborted, early or late', async () => {
      const before = await underTest().everything();
      const large = randomBytes(20 * megabyte);
      async function* failing(after: number) {
        yield* pieces(large.subarray(0, after));
        throw new Error('the sender went away');
      }
      for (const after of [0, 1_000, 17 * megabyte]) {
        await expect(store().putStream(failing(after))).rejects.toThrow('the sender went away');
      }
      const controller = new AbortController();
      async function* aborting() {
        yield* pieces(large.subarray(0, 18 * megabyte));
        controller.abort(new Error('stopped'));
        yield* pieces(large);
      }
      await expect(store().putStream(aborting(), controller.signal)).rejects.toThrow('stopped');
      await expect(store().putStream(pieces(large), AbortSignal.abort(new Error('at once')))).rejects.toThrow(
        'at once',
      );
      expect(await underTest().everything()).toEqual(before);
    });

    test('lets a client fetch an object itself, until the address expires', async () => {
      const bytes = randomBytes(2_345);
      const { key } = await store().put(bytes);
      const options = { mediaType: 'image/webp', lifetimeSeconds: 60 };
      const address = await store().transfers.downloadAddress(key, options);
      expect(address).toMatchObject({ method: 'GET', headers: {} });
      expect(address.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 60_000);
      const answer = await fetch(underTest().absolute(address.url));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/webp');
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);

      const forged = address.url.replace(/.(?=&|$)/, (last) => (last === 'A' ? 'B' : 'A'));
      expect((await fetch(underTest().absolute(forged))).status).toBe(403);
      expect((await upload({ ...address, method: 'PUT' }, bytes)).status).toBe(403);
      const short = await store().transfers.downloadAddress(key, { ...options, lifetimeSeconds: 1 });
      await delay(2_100);
      expect((await fetch(underTest().absolute(short.url))).status).toBe(403);
    });

    test('takes what a client uploads itself, of exactly the size announced', async () => {
      const { transfers } = store();
      const bytes = randomBytes(54_321);
      const id = randomUUID();
      expect(await transfers.uploadSize(id)).toBeNull();
      await expect(transfers.readUpload(id)).rejects.toMatchObject({ code: 'upload-not-found' });
      const address = await transfers.uploadAddress(id, { sizeBytes: bytes.length, lifetimeSeconds: 60 });
      expect(address).toMatchObject({ method: 'PUT', headers: { 'content-length': '54321' } });
      expect((await upload(address, randomBytes(54_322))).status).toBeGreaterThanOrEqual(400);
      expect((await upload(address, randomBytes(54_320))).status).toBeGreaterThanOrEqual(400);
      expect(await transfers.uploadSize(id)).toBeNull();

      expect((await upload(address, bytes)).status).toBeLessThan(300);
      expect(await transfers.uploadSize(id)).toBe(54_321);
      expect(Buffer.from(await transfers.readUpload(id))).toEqual(bytes);
      expect(await store().head(objectKeyOf(sha256Of(bytes)))).toBeNull();
      await transfers.discardUpload(id);
      await transfers.discardUpload(id);
      expect(await transfers.uploadSize(id)).toBeNull();
      await expect(transfers.uploadSize('../../x')).rejects.toMatchObject({ code: 'upload-not-found' });

      const short = await transfers.uploadAddress(id, { sizeBytes: bytes.length, lifetimeSeconds: 1 });
      await delay(2_100);
      expect((await upload(short, bytes)).status).toBe(403);
    });

    test('clears away uploads that were never completed, and only old ones', async () => {
      const { transfers } = store();
      const [old, recent] = [randomUUID(), randomUUID()];
      const put = async (id: string) =>
        upload(await transfers.uploadAddress(id, { sizeBytes: 5, lifetimeSeconds: 60 }), randomBytes(5));
      await put(old);
      await delay(2_100);
      const between = new Date(Date.now() - 1_000);
      await put(recent);
      expect(await transfers.discardUploadsBefore(between)).toBe(1);
      expect(await transfers.uploadSize(old)).toBeNull();
      expect(await transfers.uploadSize(recent)).toBe(5);
      await transfers.discardUpload(recent);
    });
  });
}
