import { describe, expect, it } from 'vitest';
import { createGenerator } from '../random/generator.ts';
import { findThreshold } from './zone-score.ts';

describe('findThreshold', () => {
  it.each([0.004, 0.25, 0.5, 0.83, 0.996])('leaves a share of %d above', (share) => {
    const random = createGenerator(3);
    const scores = Float32Array.from({ length: 5000 }, () => random.normal());
    const threshold = findThreshold(scores, share);
    expect(scores.filter((score) => score > threshold).length / scores.length).toBeCloseTo(share, 3);
  });

  it('is infinite for pure faces', () => {
    const scores = Float32Array.of(0.1, 0.7, 0.4);
    expect(findThreshold(scores, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(findThreshold(scores, 1)).toBe(Number.NEGATIVE_INFINITY);
  });
});
