import { expect, test } from 'vitest';
import { MemoryCounters } from './memory-counters.ts';

test('a window begins with its first event and ends on time', async () => {
  let now = 1000;
  const counters = new MemoryCounters(() => now);
  expect(await counters.count('a', 60)).toEqual({ count: 1, endsInMs: 60 });
  now = 1059;
  expect(await counters.count('a', 60)).toEqual({ count: 2, endsInMs: 1 });
  expect(await counters.count('b', 60)).toEqual({ count: 1, endsInMs: 60 });
  now = 1060;
  expect(await counters.count('a', 60)).toEqual({ count: 1, endsInMs: 60 });
});

test('more keys than fit push out the oldest, never the present one', async () => {
  const counters = new MemoryCounters(() => 0);
  for (let index = 0; index < 20_001; index += 1) await counters.count(`key ${index}`, 1000);
  expect(await counters.count('key 20000', 1000)).toMatchObject({ count: 2 });
  expect(await counters.count('key 0', 1000)).toMatchObject({ count: 1 });
});
