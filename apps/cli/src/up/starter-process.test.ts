import { expect, it } from 'vitest';
import { type ProcessFacts, watchNpm } from './starter-process.ts';

const table = (entries: Record<number, ProcessFacts>) => (pid: number) => entries[pid] ?? null;
const chain: Record<number, ProcessFacts> = {
  50: { parentPid: 40, name: 'node', startMark: '5' },
  40: { parentPid: 30, name: 'sh', startMark: '4' },
  30: { parentPid: 20, name: 'npm start', startMark: '3' },
  20: { parentPid: 1, name: 'bash', startMark: '2' },
};

it('finds npm behind the shell and notices its end, also when its number is used again', () => {
  const entries = { ...chain };
  const isThere = watchNpm(50, table(entries));
  expect(isThere?.()).toBe(true);
  entries[30] = { parentPid: 1, name: 'cron', startMark: '99' };
  expect(isThere?.()).toBe(false);
  delete entries[30];
  expect(isThere?.()).toBe(false);
});

it('finds nothing when no npm is among the ancestors', () => {
  expect(watchNpm(20, table(chain))).toBeNull();
  expect(watchNpm(7, table(chain))).toBeNull();
});
