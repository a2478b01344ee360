import type { EvaluatedAnswer } from '@mlmcsc/learning';
import type { LabelledTexture } from '../baselines/labelled-texture.ts';
import { fitForest } from '../baselines/regression-forest.ts';
import { SgdRegressor } from '../baselines/sgd-regressor.ts';
import type { Bar, SeenBar } from './bar.ts';
import type { CurveStep } from './product-curve.ts';
import type { Split } from './split-by-heat.ts';

export const textureOf = ({ seen, truth }: SeenBar): LabelledTexture => ({ texture: seen.texture, truth });

/** Global texture with an online linear regressor, started on `source`, then taught label by label. */
export function sgdCurve(
  source: readonly LabelledTexture[],
  { pool, test }: Split,
  counts: readonly number[],
  seed: number,
): CurveStep[] {
  const regressor = new SgdRegressor(source, seed);
  let learned = 0;
  return counts.map((labels) => {
    const stretch = pool.slice(learned, labels);
    for (const bar of stretch) regressor.learn(textureOf(bar));
    learned += stretch.length;
    return { labels, answers: answersWith((texture) => regressor.predict(texture), test) };
  });
}

/** The same with a random forest, grown anew on `source` and the labels at each count. */
export function forestCurve(
  source: readonly LabelledTexture[],
  { pool, test }: Split,
  counts: readonly number[],
  seed: number,
): CurveStep[] {
  return counts.map((labels) => {
    const predict = fitForest([...source, ...pool.slice(0, labels).map(textureOf)], { seed });
    return { labels, answers: answersWith(predict, test) };
  });
}

function answersWith(
  predict: (texture: readonly number[]) => number,
  test: readonly Bar[],
): EvaluatedAnswer[] {
  return test.map(({ seen, truth }) => ({ truth, mean: seen === null ? null : predict(seen.texture) }));
}
