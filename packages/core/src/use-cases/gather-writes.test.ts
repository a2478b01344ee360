import { expect, test } from 'vitest';
import type { Clock } from '../ports/clock.ts';
import { gatherWrites } from './gather-writes.ts';

/** A clock whose sleepers wake when the test says so. */
function standingClock(): { readonly clock: Clock; wake(): void } {
  let sleepers: (() => void)[] = [];
  return {
    clock: {
      now: () => new Date(0),
      sleep: () => new Promise<void>((resolve) => sleepers.push(resolve)),
    },
    wake() {
      for (const resolve of sleepers) resolve();
      sleepers = [];
    },
  };
}

function writing(fails: (items: readonly string[]) => boolean = () => false) {
  const { clock, wake } = standingClock();
  const groups: string[][] = [];
  const write = gatherWrites(
    async (items: readonly string[]) => {
      groups.push([...items]);
      if (fails(items)) throw new Error(`not ${items.join()}`);
      return items.map((item) => item.toUpperCase());
    },
    { most: 3, waitMs: 100, clock },
  );
  return { write, groups, wake };
}

test('what comes within the time is written together, each with its own result', async () => {
  const { write, groups, wake } = writing();
  const results = Promise.all([write('a'), write('b')]);
  expect(groups).toEqual([]);
  wake();
  expect(await results).toEqual(['A', 'B']);
  expect(groups).toEqual([['a', 'b']]);
});

test('a full group is written at once, and the next one begins', async () => {
  const { write, groups, wake } = writing();
  const full = Promise.all(['a', 'b', 'c'].map(write));
  const next = write('d');
  expect(await full).toEqual(['A', 'B', 'C']);
  expect(groups).toEqual([['a', 'b', 'c']]);
  // Wakes the clock of the full group, too: it must not take the next one's items twice.
  wake();
  expect(await next).toBe('D');
  expect(groups).toEqual([['a', 'b', 'c'], ['d']]);
});

test('one that cannot be written does not take the others with it', async () => {
  const { write, groups } = writing((items) => items.includes('b'));
  const results = await Promise.allSettled(['a', 'b', 'c'].map(write));
  expect(results).toEqual([
    { status: 'fulfilled', value: 'A' },
    { status: 'rejected', reason: new Error('not b') },
    { status: 'fulfilled', value: 'C' },
  ]);
  expect(groups).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
});
