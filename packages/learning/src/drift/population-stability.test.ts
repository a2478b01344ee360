import { describe, expect, it } from 'vitest';
import { createRandom } from '../network/seeded-random.ts';
import { populationStability } from './population-stability.ts';

const normals = (seed: number, count: number, shift = 0): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.normal() + shift);
};

describe('populationStability', () => {
  it('is the sum over classes of difference times logarithm of ratio', () => {
    const reference = Array.from({ length: 20 }, (_, i) => i);
    const recent = [...Array(15).fill(3), ...Array(5).fill(15)];
    const { index, threshold } = populationStability(reference, recent, { classes: 2, falseAlarm: 0.05 });
    // Shares (10.5, 10.5)/21 and (15.5, 5.5)/21.
    expect(index).toBeCloseTo((5 / 21) * Math.log(15.5 / 10.5) - (5 / 21) * Math.log(5.5 / 10.5), 12);
    // χ² with one degree of freedom: 3.841.
    expect(threshold).toBeCloseTo((2 / 20) * 3.8415, 4);
  });

  it('passes its threshold in about the stated share of unchanged windows, and when a deviation moves', () => {
    let beyond = 0;
    for (let i = 0; i < 2000; i++) {
      const stability = populationStability(normals(i, 300), normals(9000 + i, 100), { falseAlarm: 0.01 });
      if (stability.isBeyond) beyond++;
    }
    expect(beyond / 2000).toBeLessThan(0.02);
    expect(beyond).toBeGreaterThan(0);
    expect(populationStability(normals(1, 300), normals(2, 100, 1)).isBeyond).toBe(true);
  });

  it('copes with ties, with a constant and with too little', () => {
    const shelves = [...Array(30).fill(0), ...Array(70).fill(100)];
    expect(populationStability(shelves, shelves).index).toBeCloseTo(0, 12);
    const constant = Array(50).fill(7);
    expect(populationStability(constant, [...constant, 8]).isBeyond).toBe(true);
    expect(() => populationStability(constant, [7])).toThrow('recent must hold at least 20 values, got 1');
    expect(() => populationStability([...constant, Number.NaN], constant)).toThrow(
      'reference must be finite numbers, got NaN',
    );
  });
});
