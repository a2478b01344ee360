import { createRandom } from '@mlmcsc/learning/network';
import { describe, expect, it } from 'vitest';
import { fitForest } from './regression-forest.ts';
import { SgdRegressor } from './sgd-regressor.ts';

function samples(count: number, seed: number) {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const texture = [random.uniform(), 40 * random.uniform(), random.normal()];
    return { texture, truth: 20 + 50 * texture[0] + 0.5 * texture[1] };
  });
}

const error = (predict: (texture: readonly number[]) => number): number =>
  samples(200, 99).reduce((sum, { texture, truth }) => sum + Math.abs(predict(texture) - truth) / 200, 0);

describe('baseline regressors', () => {
  const taught = samples(400, 3);

  it('learn a plane: gradient descent closely, a forest roughly; the mean alone does not', () => {
    const sgd = new SgdRegressor(taught, 1);
    const forest = fitForest(taught, { seed: 1 });
    expect(error((texture) => sgd.predict(texture))).toBeLessThan(1);
    expect(error(forest)).toBeLessThan(4);
    expect(error(() => 55)).toBeGreaterThan(10);
  });

  it('answer the same for the same seed and something else for another', () => {
    const probe = [0.4, 11, 0.2];
    const forest = (seed: number) => fitForest(taught, { seed })(probe);
    expect(forest(5)).toBe(forest(5));
    expect(forest(5)).not.toBe(forest(6));
  });

  it('refuse to start from nothing', () => {
    expect(() => new SgdRegressor([], 1)).toThrow(/first is empty/);
    expect(() => fitForest([], { seed: 1 })).toThrow(/samples is empty/);
  });
});
