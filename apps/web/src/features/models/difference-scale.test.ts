import type { PairedFigures } from '@mlmcsc/contracts';
import { describe, expect, it } from 'vitest';
import { differenceRows, halfScale } from './difference-scale.ts';

const figures = (difference: PairedFigures['difference']): PairedFigures => ({
  ...{ pictures: 0, specimens: 0, difference, limits: null, within_5: null },
  labelled: { pictures: 0, specimens: 0, champion_mae: null, challenger_mae: null, error_difference: null },
});
const row = (lower: number, upper: number) => ({ name: 'All', value: 0, lower, upper });

describe('the picture of differences', () => {
  it('leaves out what has no interval', () => {
    const bands = { '0-20': figures(null), '20-80': figures({ value: 2, lower: 1, upper: 3 }) };
    const rows = differenceRows(
      figures({ value: -1, lower: -2, upper: 0.5 }),
      bands,
      (one) => one.difference,
    );
    expect(rows).toEqual([
      { name: 'All', value: -1, lower: -2, upper: 0.5 },
      { name: '20-80 %', value: 2, lower: 1, upper: 3 },
    ]);
  });

  it('has a round scale that holds every interval on both sides', () => {
    expect(halfScale([row(-0.2, 0.3)])).toBe(1);
    expect(halfScale([row(-0.2, 3.1), row(-4.9, 1)])).toBe(5);
    expect(halfScale([row(-12, 3)])).toBe(20);
    expect(halfScale([])).toBe(1);
  });
});
