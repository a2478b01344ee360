import { expect, it } from 'vitest';
import { meanWeights } from './mean-weights.ts';

it('takes the mean of each weight by itself', () => {
  const first = { a: Float32Array.of(1, 5), b: Float32Array.of(-2) };
  const second = { a: Float32Array.of(2, 9), b: Float32Array.of(4) };
  expect(meanWeights([first, second])).toEqual({ a: Float32Array.of(1.5, 7), b: Float32Array.of(1) });
});
