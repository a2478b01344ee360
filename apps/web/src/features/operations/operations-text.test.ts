import type { Component } from '@mlmcsc/contracts';
import { expect, it } from 'vitest';
import { intervalText, statusSentence, storedKindTitle } from './operations-text.ts';

const component = (name: Component['name'], state: Component['state']): Component => ({
  ...{ name, state, reason: null, detail: null, elapsed_ms: null },
});

it('says in one sentence what is wrong, the worst first', () => {
  const well = [component('database', 'ok'), component('cache', 'unused')];
  expect(statusSentence({ components: well })).toBe('Everything is well.');
  const ill = [
    ...well,
    component('queue', 'attention'),
    component('workers', 'failed'),
    component('disk', 'failed'),
  ];
  expect(statusSentence({ components: ill })).toBe('Failed: Workers, Disk. To look at: Queue.');
});

it('reads intervals and kinds, also those of a newer server', () => {
  expect([900, 3_600, 86_400].map(intervalText)).toEqual([
    'every 15 minutes',
    'every 60 minutes',
    'every 24 hours',
  ]);
  expect([storedKindTitle('map'), storedKindTitle('hologram')]).toEqual(['Shear maps', 'hologram']);
});
