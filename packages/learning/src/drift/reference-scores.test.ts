import { expect, it } from 'vitest';
import { referenceScorer } from './reference-scores.ts';

it('scores by rank, whatever the unit, and bounds what lies beyond the reference', () => {
  const values = [10, 20, 30, 1000];
  const score = referenceScorer(values);
  const cubed = referenceScorer(values.map((value) => value ** 3));
  for (const value of [5, 10, 25, 1000]) expect(score(value)).toBeCloseTo(cubed(value ** 3), 12);
  // Φ⁻¹(0.5/5) and Φ⁻¹(4.5/5)
  expect(score(-1e9)).toBeCloseTo(-1.2816, 4);
  expect(score(1e9)).toBeCloseTo(1.2816, 4);
  expect(score(25)).toBeCloseTo(0, 12);
});

it('gives values that the reference holds often their middle rank, with mean 0 over the reference', () => {
  const values = [100, 100, 100, 40];
  const score = referenceScorer(values);
  expect(3 * score(100) + score(40)).toBeCloseTo(0, 12);
  expect(score(100)).toBeGreaterThan(0);
});
