import { expect, it } from 'vitest';
import { axisOf } from './curve-axes.ts';

it('has round ticks that hold the values', () => {
  expect(axisOf(-83, 57, 6)).toEqual({ least: -100, most: 100, ticks: [-100, -50, 0, 50, 100] });
  expect(axisOf(0, 1.9, 5).ticks).toEqual([0, 0.5, 1, 1.5, 2]);
  expect(axisOf(20, 20, 5).ticks.length).toBeGreaterThan(0);
});
