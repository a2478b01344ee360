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
