import { expect, it } from 'vitest';
import { plotScale } from './plot-scale.ts';

const size = { width: 320, height: 200, margin: 20 };

it('puts zero in the middle, higher readings above, and everything inside', () => {
  const { span, x, y } = plotScale([-7, 3], size);
  expect(span).toBe(10);
  expect([x(0), x(100)]).toEqual([20, 300]);
  expect([y(0), y(10), y(-10)]).toEqual([100, 20, 180]);
});

it('takes the next round span, and at least 5 points', () => {
  expect(plotScale([], size).span).toBe(5);
  expect(plotScale([-11], size).span).toBe(20);
  expect(plotScale([180], size).span).toBe(100);
});
