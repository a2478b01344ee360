import { describe, expect, it } from 'vitest';
import { distanceToEdge } from './distance-to-edge.ts';

describe('distanceToEdge', () => {
  it('counts cells to the nearest outside cell, the frame being outside', () => {
    expect(Array.from(distanceToEdge(new Float32Array(15).fill(1), 5, 3))).toEqual([
      1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1,
    ]);
  });

  it('can leave what lies beyond the frame out of it', () => {
    const distance = distanceToEdge(Float32Array.of(0, 1, 1, 1), 4, 1, false);
    expect(Array.from(distance)).toEqual([0, 1, 2, 3]);
  });

  it('is close to the Euclidean distance along diagonals', () => {
    const mask = new Float32Array(21 * 21).fill(1);
    mask[0] = 0;
    const distance = distanceToEdge(mask, 21, 21);
    expect(distance[3 * 21 + 3]).toBeCloseTo(4, 5);
    expect(distance[10 * 21 + 10]).toBeCloseTo(11, 5);
  });
});
