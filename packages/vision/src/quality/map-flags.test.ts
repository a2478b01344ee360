import { expect, it } from 'vitest';
import { mapStatistics } from '../map/map-statistics.ts';
import { mapFlags } from './map-flags.ts';

const flagsAt = (probability: number, mostUndecided: number) =>
  mapFlags(
    mapStatistics(new Float32Array(64).fill(probability), new Float32Array(64).fill(1), 8, 8),
    mostUndecided,
  );

it('refuses a number where the map is undecided', () => {
  // Binary entropy of 0.89, 0.95 and 0.99: 0.4999, 0.2864 and 0.0808 bits.
  expect(flagsAt(0.89, 0.4)).toMatchObject([{ code: 'undecided-map', severity: 'refuse', limit: 0.4 }]);
  expect(flagsAt(0.89, 0.4)[0].value).toBeCloseTo(0.4999, 3);
  expect(flagsAt(0.95, 0.36)).toMatchObject([{ code: 'undecided-map', severity: 'warning', limit: 0.27 }]);
  expect(flagsAt(0.99, 0.4)).toEqual([]);
});

it('says nothing where the model sets no limit', () => {
  expect(flagsAt(0.5, 1)).toEqual([]);
});
