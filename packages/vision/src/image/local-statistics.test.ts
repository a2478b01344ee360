import { describe, expect, it } from 'vitest';
import { localStatistics } from './local-statistics.ts';

describe('localStatistics', () => {
  it('gives mean and deviation of the window, cut at the border', () => {
    const { mean, deviation } = localStatistics(
      Float32Array.of(1, 2, 3, 10),
      new Float32Array(4).fill(1),
      4,
      1,
      1,
    );
    expect(mean[0]).toBeCloseTo(1.5, 6);
    expect(mean[2]).toBeCloseTo(5, 6);
    expect(deviation[1]).toBeCloseTo(Math.sqrt(2 / 3), 6);
  });

  it('ignores samples without weight and answers 0 where there is none', () => {
    const weight = Float32Array.of(1, 0, 0, 0, 0, 1);
    const { mean } = localStatistics(Float32Array.of(4, 99, 99, 99, 99, 8), weight, 6, 1, 1);
    expect(Array.from(mean)).toEqual([4, 4, 0, 0, 8, 8]);
  });
});
