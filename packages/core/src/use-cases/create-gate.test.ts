import { expect, test } from 'vitest';
import { createGate } from './create-gate.ts';

test('as many as fit work at once, the others follow in order, also after a failure', async () => {
  const gate = createGate(2);
  const works = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
  const started: number[] = [];
  const results = works.map(({ promise }, index) =>
    gate(() => {
      started.push(index);
      return promise;
    }),
  );
  const settled = Promise.allSettled(results);
  expect(started).toEqual([0, 1]);
  works[1]!.reject(new Error('broken'));
  await expect(results[1]).rejects.toThrow('broken');
  expect(started).toEqual([0, 1, 2]);
  for (const [index, { resolve }] of works.entries()) resolve(index);
  await settled;
  expect(started).toEqual([0, 1, 2, 3, 4]);
});
