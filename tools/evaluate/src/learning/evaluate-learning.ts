import { mixSeeds } from '@mlmcsc/default-model';
import {
  type EvaluatedAnswer,
  type EvaluationFigures,
  evaluateAnswers,
  type LabelledSample,
  type Model,
  type StrategyName,
  strategyOf,
} from '@mlmcsc/learning';
import { createRandom } from '@mlmcsc/learning/network';
import type { Laboratory } from '../pictures/evaluation-picture.ts';
import { type Bar, isSeen, type SeenBar } from './bar.ts';
import { forestCurve, sgdCurve, textureOf } from './baseline-curve.ts';
import { type CurveStep, labelledSample, productCurve } from './product-curve.ts';
import { readBars } from './readers.ts';
import { shelfBars } from './shelf-start.ts';
import { type Split, splitByHeat } from './split-by-heat.ts';

/** A laboratory with the bars that were seen there. */
export interface SeenLaboratory {
  readonly laboratory: Laboratory;
  readonly bars: readonly Bar[];
}

/** What is compared: who answers, in which laboratories, after how many labels. */
export interface Series {
  readonly name: string;
  readonly isHeldOut: boolean;
  readonly points: readonly { readonly labels: number; readonly figures: EvaluationFigures }[];
}

/** Figures of one situation. */
export interface Situation {
  readonly name: string;
  readonly isHeldOut: boolean;
  readonly figures: EvaluationFigures;
}

export interface LearningFigures {
  readonly curves: readonly Series[];
  readonly testThenTrain: readonly Situation[];
  readonly shelfStart: readonly Situation[];
  readonly readers: readonly Situation[];
  readonly inverted: readonly Situation[];
  /** The product in every laboratory by itself, without labels and with all of them. */
  readonly laboratories: readonly (Situation & { readonly labels: number })[];
}

export const PRODUCT = 'product';
export const PRODUCT_MOVED = 'product, after a move';
export const SGD = 'GLCM + LBP + Gabor, SGD';
export const FOREST = 'GLCM + LBP + Gabor, random forest';

/** Share of labels turned into 100 − label in the test of robustness. */
const INVERTED_SHARE = 0.1;
const INVERTED_STRATEGIES: readonly StrategyName[] = ['immediate', 'confidence'];
/** Forests are costly and steady: they see the first splits only. */
const FOREST_REPEATS = 2;

/** Answers of one situation, pooled over laboratories and splits. */
class Pool {
  readonly #answers = new Map<string, EvaluatedAnswer[]>();

  add(name: string, isHeldOut: boolean, labels: number, answers: readonly EvaluatedAnswer[]): void {
    const key = JSON.stringify([name, isHeldOut, labels]);
    this.#answers.set(key, [...(this.#answers.get(key) ?? []), ...answers]);
  }

  addSteps(name: string, isHeldOut: boolean, steps: readonly CurveStep[]): void {
    for (const { labels, answers } of steps) this.add(name, isHeldOut, labels, answers);
  }

  /** In the order of first mention. */
  figures(): { name: string; isHeldOut: boolean; labels: number; figures: EvaluationFigures }[] {
    return [...this.#answers].map(([key, answers]) => {
      const [name, isHeldOut, labels] = JSON.parse(key) as [string, boolean, number];
      return { name, isHeldOut, labels, figures: evaluateAnswers(answers) };
    });
  }

  series(): Series[] {
    const all = this.figures();
    const names = [...new Set(all.map(({ name, isHeldOut }) => JSON.stringify([name, isHeldOut])))];
    return names.map((key) => {
      const [name, isHeldOut] = JSON.parse(key) as [string, boolean];
      return {
        name,
        isHeldOut,
        points: all.filter((one) => one.name === name && one.isHeldOut === isHeldOut),
      };
    });
  }
}

/** Learning curves of product and baselines, and what else depends on labels; all on the same splits.
 * @param counts - labels at which the curves are read, ascending, from 0 */
export function evaluateLearning(
  model: Model,
  laboratories: readonly SeenLaboratory[],
  counts: readonly number[],
  repeats: number,
  seed: number,
): LearningFigures {
  const [curves, testThenTrain, shelf, readers, inverted, single] = Array.from(
    { length: 6 },
    () => new Pool(),
  );
  const strategy = strategyOf('immediate');
  const most = counts[counts.length - 1];
  const homes = laboratories.filter(({ laboratory }) => !laboratory.isHeldOut);
  // What a laboratory of a training family has learned before it gets another lamp, camera and steel.
  const settled = homes.map(({ bars }, at) => {
    const split = splitByHeat(bars, mixSeeds(seed, 21, at));
    return productCurve(model, split, [most], strategy).state;
  });
  for (const [at, { laboratory, bars }] of laboratories.entries()) {
    const { isHeldOut, name } = laboratory;
    // Baselines start from the labels of the training families, this laboratory's own excepted.
    const source = homes
      .filter((home) => home.laboratory.name !== name)
      .flatMap((home) => home.bars.filter(isSeen).map(textureOf));
    for (let repeat = 0; repeat < repeats; repeat++) {
      const splitSeed = mixSeeds(seed, 22, at, repeat);
      const split = splitByHeat(bars, splitSeed);
      const curve = productCurve(model, split, counts, strategy);
      curves.addSteps(PRODUCT, isHeldOut, curve.steps);
      testThenTrain.add(PRODUCT, isHeldOut, most, curve.records);
      for (const step of [curve.steps[0], curve.steps[curve.steps.length - 1]]) {
        single.add(name, isHeldOut, step.labels, step.answers);
      }
      if (isHeldOut && settled.length > 0) {
        const moved = productCurve(settled[repeat % settled.length], split, counts, strategy);
        curves.addSteps(PRODUCT_MOVED, isHeldOut, moved.steps);
      }
      const ownSource = source.length > 0 ? source : split.pool.slice(0, counts[1]).map(textureOf);
      if (ownSource.length > 0) {
        curves.addSteps(SGD, isHeldOut, sgdCurve(ownSource, split, counts, splitSeed));
        if (repeat < FOREST_REPEATS) {
          curves.addSteps(FOREST, isHeldOut, forestCurve(ownSource, split, counts, splitSeed));
        }
      }
      const ten = shelfBars(split.pool);
      if (ten !== null) {
        const { steps } = productCurve(model, { ...split, pool: ten }, [ten.length], strategy);
        shelf.addSteps(PRODUCT, isHeldOut, steps);
      }
      for (const reader of readBars(split.test, splitSeed)) {
        readers.add(reader.name, isHeldOut, 0, reader.answers);
      }
      addInverted(inverted, model, split, most, isHeldOut, splitSeed);
    }
  }
  return {
    curves: curves.series(),
    testThenTrain: testThenTrain.figures(),
    shelfStart: shelf.figures(),
    readers: readers.figures(),
    inverted: inverted.figures(),
    laboratories: single.figures(),
  };
}

/** All labels right, and one in ten inverted, for the plain and for the robust strategy. */
function addInverted(
  pool: Pool,
  model: Model,
  split: Split,
  most: number,
  isHeldOut: boolean,
  seed: number,
): void {
  for (const name of INVERTED_STRATEGIES) {
    for (const share of [0, INVERTED_SHARE]) {
      const random = createRandom(seed);
      const labelOf = (bar: SeenBar): LabelledSample => {
        const label = labelledSample(bar);
        return random.uniform() < share ? { ...label, shearPercent: 100 - label.shearPercent } : label;
      };
      const { steps } = productCurve(model, split, [most], strategyOf(name), labelOf);
      pool.addSteps(`${name}, ${100 * share} % inverted`, isHeldOut, steps);
    }
  }
}
