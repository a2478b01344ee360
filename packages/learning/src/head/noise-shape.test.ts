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

  it('finds that a doubting map is noisier at the same area, and leaves a few wild answers where they are', () => {
    const random = createRandom(5);
    const areas = Array.from({ length: 4000 }, () => 100 * random.uniform());
    const values = areas.map(() => 0.6 * random.uniform());
    const residuals = values.map(
      (value, i) => (i % 100 === 0 ? 20 : 1) * (value > 0.3 ? 6 : 2) * random.normal(),
    );
    const shape = fitNoiseShape(areas, residuals, { featureName: 'doubt', values });
    const ratio = relativeNoise(shape, 50, 0.5) / relativeNoise(shape, 50, 0.1);
    expect(ratio).toBeGreaterThan(7);
    expect(ratio).toBeLessThan(11);
    expect(relativeNoise(shape, 50, 9)).toBe(relativeNoise(shape, 50, 0.6));
  });

  it('stays flat when nothing is known', () => {
    expect([...fitNoiseShape([], []).values]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});
