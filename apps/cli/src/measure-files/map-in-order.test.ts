import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mapInOrder } from './map-in-order.ts';

it('yields in order although later items finish first, and never runs more than allowed', async () => {
  let running = 0;
  let most = 0;
  const results: number[] = [];
  const work = async (item: number) => {
    most = Math.max(most, ++running);
    await delay(item % 3 === 0 ? 15 : 1);
    running--;
    return item * 10;
  };
  for await (const result of mapInOrder([0, 1, 2, 3, 4, 5, 6, 7, 8], 3, work)) results.push(result);
  expect(results).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80]);
  expect(most).toBe(3);
});

it('does not run far ahead of the item that is waited for', async () => {
  let started = 0;
  const results = mapInOrder(Array(100).keys(), 2, async (item) => started++ && item, 5);
  await results.next();
  await delay(5);
  expect(started).toBeLessThanOrEqual(6);
});

it('throws the failure of the item in its turn', async () => {
  const seen: number[] = [];
  const run = async () => {
    const results = mapInOrder([1, 2, 3], 3, async (item) => {
      if (item === 2) throw new Error('two');
      return item;
    });
    for await (const result of results) seen.push(result);
  };
  await expect(run()).rejects.toThrow('two');
  expect(seen).toEqual([1]);
});
