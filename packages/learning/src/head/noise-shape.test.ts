import { describe, expect, it } from 'vitest';
import { createRandom } from '../network/seeded-random.ts';
import { fitNoiseShape, flatNoise, relativeNoise } from './noise-shape.ts';

describe('noise shape', () => {
  it('is linear between knots and flat outside', () => {
    const shape = { knots: Float64Array.of(0, 50, 100), values: Float64Array.of(1, 3, 2) };
    expect([-5, 0, 25, 50, 75, 100, 120].map((area) => relativeNoise(shape, area))).toEqual([
      1, 1, 2, 3, 2.5, 2, 2,
    ]);
    expect(relativeNoise(flatNoise, 33)).toBe(1);
  });

  it('finds that the middle is four times noisier than the shelves', () => {
    const random = createRandom(3);
    const areas = Array.from({ length: 4000 }, () => 100 * random.uniform());
    const residuals = areas.map((area) => (area > 20 && area < 80 ? 4 : 2) * random.normal());
    const shape = fitNoiseShape(areas, residuals);
    expect(relativeNoise(shape, 50) / relativeNoise(shape, 0)).toBeGreaterThan(2.8);
    expect(relativeNoise(shape, 50) / relativeNoise(shape, 0)).toBeLessThan(5);
  });

  it('stays flat when nothing is known', () => {
    expect([...fitNoiseShape([], []).values]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});
