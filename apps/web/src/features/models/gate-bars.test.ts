import type { BandedFigures } from '@mlmcsc/contracts';
import { expect, it } from 'vitest';
import { gateBars, widestError } from './gate-bars.ts';

const figures = (all: number | null, low: number | null, middle: number | null): BandedFigures => {
  const band = (mae: number | null) => ({ count: mae === null ? 0 : 7, mae, bias: mae });
  return {
    overall: {
      ...{ count: all === null ? 0 : 14, mae: all, rmse: all, bias: all },
      ...{ within_5: null, within_10: null, interval_coverage: null, interval_width: null },
    },
    bands: { '0-20': band(low), '20-80': band(middle), '80-100': band(null) },
  };
};

it('draws the bands that have readings, on one scale', () => {
  const bars = gateBars(figures(4.5, 3, 6), figures(4, 3.5, 4.5));
  expect(bars).toEqual([
    { name: 'All', count: 14, champion: 4.5, candidate: 4 },
    { name: '0–20 %', count: 7, champion: 3, candidate: 3.5 },
    { name: '20–80 %', count: 7, champion: 6, candidate: 4.5 },
  ]);
  expect(widestError(bars)).toBe(6);
});

it('draws nothing of an empty set, and divides by no zero', () => {
  expect(gateBars(figures(null, null, null), figures(null, null, null))).toEqual([]);
  expect(widestError(gateBars(figures(0, 0, null), figures(0, 0, null)))).toBeGreaterThan(0);
});
