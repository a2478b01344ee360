import { afterEach, expect, it } from 'vitest';
import { createThreadPool, type ThreadPool } from './thread-pool.ts';

const entry = new URL('./square-thread.fixture.ts', import.meta.url);
let pool: ThreadPool<number, { square: number; threadId: number }>;
afterEach(() => pool.close());

it('spreads requests over its threads and keeps answers with their requests', async () => {
  pool = createThreadPool(entry, 2);
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((request) => pool.run(request)));
  expect(answers.map((answer) => answer.square)).toEqual([1, 4, 9, 16, 25, 36]);
  expect(new Set(answers.map((answer) => answer.threadId)).size).toBe(2);
});

it('hands over what the thread throws and goes on', async () => {
  pool = createThreadPool(entry, 1);
  await expect(pool.run(13)).rejects.toMatchObject({
    name: 'RangeError',
    message: '13 is refused',
    code: 'E13',
  });
  expect((await pool.run(4)).square).toBe(16);
});

it('survives the end of a thread', async () => {
  pool = createThreadPool(entry, 1);
  const first = pool.run(666);
  const second = pool.run(5);
  await expect(first).rejects.toThrow('ended');
  expect((await second).square).toBe(25);
});

it('gives up what waits when it is closed, and starts nothing new', async () => {
  pool = createThreadPool(entry, 1);
  const running = pool.run(2);
  const waiting = pool.run(3);
  const outcomes = Promise.allSettled([running, waiting]);
  await pool.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
