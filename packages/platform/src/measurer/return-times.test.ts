import { expect, test } from 'vitest';
import { ReturnTimes } from './return-times.ts';

test('who is refused is called as fast as places become free, half as many again', () => {
  const times = new ReturnTimes(2, () => 0);
  for (let n = 0; n < 200; n++) times.learn(300);
  // Two threads measure 6.7 pictures a second: ten are called for each second.
  const answers = Array.from({ length: 40 }, () => times.next());
  const called = (second: number) => answers.filter((answer) => answer === second).length;
  expect([1, 2, 3, 4].map(called)).toEqual([10, 10, 10, 10]);
});

test('once nobody is refused any more, the next one is called soon', () => {
  let now = 0;
  const times = new ReturnTimes(1, () => now);
  for (let n = 0; n < 100; n++) times.next();
  now = 60_000;
  expect(times.next()).toBe(1);
});

test('nobody is sent away for longer than a minute', () => {
  const times = new ReturnTimes(1, () => 0);
  const answers = Array.from({ length: 2_000 }, () => times.next());
  expect(Math.max(...answers)).toBe(60);
  expect(answers.at(-1)).toBe(60);
});
