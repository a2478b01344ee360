import { expect, it } from 'vitest';
import { planReadings } from './plan-readings.ts';

const specimenIds = Array.from({ length: 20 }, (_, i) => `S${i + 1}`);
const plan = (seed: number, repeats = 2) =>
  planReadings({ specimenIds, readers: ['ann', 'bob'], repeats, seed });
const orderOf = (seed: number, reader: string) =>
  plan(seed)
    .filter((one) => one.reader === reader)
    .map(({ specimenId }) => specimenId);

it('asks everybody for every specimen as often as wanted, all of them before any again', () => {
  for (const reader of ['ann', 'bob']) {
    const mine = plan(4).filter((one) => one.reader === reader);
    expect(mine.map(({ place }) => place)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    for (const repeat of [1, 2]) {
      const round = mine.filter((one) => one.repeat === repeat);
      expect(round.map(({ specimenId }) => specimenId).sort()).toEqual([...specimenIds].sort());
      expect(round.every(({ place }) => Math.ceil(place / 20) === repeat)).toBe(true);
    }
  }
});

it('gives everybody an order of their own, the same for the same seed', () => {
  expect(orderOf(4, 'ann')).toEqual(orderOf(4, 'ann'));
  expect(orderOf(4, 'ann')).not.toEqual(orderOf(4, 'bob'));
  expect(orderOf(4, 'ann')).not.toEqual(orderOf(5, 'ann'));
  expect(orderOf(4, 'ann').slice(0, 20)).not.toEqual(orderOf(4, 'ann').slice(20));
});

it('never shows the same specimen twice in a row', () => {
  for (let seed = 0; seed < 200; seed++) {
    const places = planReadings({ specimenIds: ['S1', 'S2', 'S3'], readers: ['ann'], repeats: 5, seed });
    places.slice(1).forEach(({ specimenId }, i) => {
      expect(specimenId).not.toBe(places[i]?.specimenId);
    });
  }
});
