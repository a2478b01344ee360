import { describe, expect, it } from 'vitest';
import { weightedPercentiles } from './percentiles.ts';

describe('weightedPercentiles', () => {
  it('finds the percentiles of a ramp', () => {
    const values = Float32Array.from({ length: 1001 }, (_, i) => i / 1001);
    const weight = new Float32Array(1001).fill(1);
    const [low, middle, high] = weightedPercentiles(values, weight, 0, 1, [0.02, 0.5, 0.98]);
    expect(low).toBeCloseTo(0.02, 2);
    expect(middle).toBeCloseTo(0.5, 2);
    expect(high).toBeCloseTo(0.98, 2);
  });

  it('counts samples by their weight', () => {
    const [middle] = weightedPercentiles(Float32Array.of(0.1, 0.9), Float32Array.of(1, 3), 0, 1, [0.5]);
    expect(middle).toBeCloseTo(0.9, 2);
  });

  it('answers the minimum when nothing has weight', () => {
    expect(weightedPercentiles(Float32Array.of(5), Float32Array.of(0), 2, 9, [0.5])).toEqual([2]);
  });
});
