import { expect, test } from 'vitest';
import { MemoryCache } from './memory-cache.ts';

const size = () => 10;

test('a value is loaded once, also by callers at the same time', async () => {
  const cache = new MemoryCache(100);
  let loads = 0;
  const load = async () => {
    loads += 1;
    return loads;
  };
  expect(await Promise.all([1, 2, 3].map(() => cache.remember('a', load, size)))).toEqual([1, 1, 1]);
  expect(await cache.remember('a', load, size)).toBe(1);
});

test('a failed load is not kept', async () => {
  const cache = new MemoryCache(100);
  await expect(cache.remember('a', () => Promise.reject(new Error('away')), size)).rejects.toThrow('away');
  expect(await cache.remember('a', async () => 7, size)).toBe(7);
});

test('the least recently used values make room, a giant is not kept', async () => {
  const cache = new MemoryCache(30);
  for (const key of ['a', 'b', 'c']) await cache.remember(key, async () => key, size);
  await cache.remember('a', async () => 'again', size);
  await cache.remember('d', async () => 'd', size);
  expect(cache.sizeBytes).toBe(30);
  expect(await cache.remember('a', async () => 'again', size)).toBe('a');
  expect(await cache.remember('b', async () => 'again', size)).toBe('again');
  await cache.remember(
    'giant',
    async () => 'giant',
    () => 16,
  );
  expect(
    await cache.remember(
      'giant',
      async () => 'again',
      () => 16,
    ),
  ).toBe('again');
});

test('a shared kind is kept apart from other kinds, weighed by its own measure and can be forgotten', async () => {
  const cache = new MemoryCache(100);
  const kind = (name: string) => ({
    ...{ name, keptMs: 1000, sizeBytes: (value: number) => value },
    encode: (value: number) => value,
    decode: (stored: unknown) => stored as number,
  });
  expect(await cache.remember('a', async () => 7, kind('one'))).toBe(7);
  expect(await cache.remember('a', async () => 8, kind('two'))).toBe(8);
  expect(cache.figures).toEqual({ hits: 0, misses: 2, values: 2, sizeBytes: 15 });
  await cache.forget('a', kind('one'));
  expect(cache.figures).toMatchObject({ values: 1, sizeBytes: 8 });
  expect(await cache.remember('a', async () => 9, kind('one'))).toBe(9);
  expect(await cache.remember('a', async () => 0, kind('two'))).toBe(8);
});

test('what is forgotten while it is loaded is not kept', async () => {
  const cache = new MemoryCache(100);
  const kind = {
    ...{ name: 'one', keptMs: 1000, sizeBytes: () => 1 },
    encode: (value: number) => value,
    decode: (stored: unknown) => stored as number,
  };
  const gate = Promise.withResolvers<number>();
  const loading = cache.remember('a', () => gate.promise, kind);
  await cache.forget('a', kind);
  gate.resolve(1);
  expect(await loading).toBe(1);
  expect(await cache.remember('a', async () => 2, kind)).toBe(2);
});
