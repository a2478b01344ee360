import { describe, expect, it } from 'vitest';
import { fitDefaultHead } from '../default-head/fit-default-head.ts';
import { evaluateModel } from '../evaluation/evaluate-model.ts';
import { createRandom } from '../network/seeded-random.ts';
import type { SimulationOptions } from '../testing/simulated-laboratory.ts';
import { simulatedFeatureSet, simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { predictShear } from './predict.ts';
import { strategyNames, strategyOf } from './strategy.ts';
import { updateHead } from './update-head.ts';

const features = 40;

/** A laboratory whose map calls a share of all cleavage shear and recognises a share of all shear: gain and offset. */
function laboratoryOf(falseShear: number, foundShear: number, seed: number): SimulationOptions {
  return {
    ...{ seed, features, textureContrast: 3 },
    areaGain: foundShear - falseShear,
    areaBias: 50 * (falseShear + foundShear) - 50,
  };
}

const random = createRandom(4);
const share = (): number => Math.min(0.3, Math.max(0, 0.06 + 0.05 * random.normal()));
const { head, conformal } = fitDefaultHead(
  simulatedFeatureSet(features),
  Array.from({ length: 20 }, (_, i) =>
    simulateLaboratory({
      ...laboratoryOf(share(), 1 - share(), 100 + i),
      textureShift: 0.5 * random.normal(),
    })
      .take(60)
      .map((sample) => ({ ...sample, laboratory: `laboratory ${i}` })),
  ).flat(),
);

/** Mid-band and overall mean errors before and after five upper-shelf and five lower-shelf labels. */
function rehearse(
  falseShear: number,
  foundShear: number,
  seed: number,
  strategy: (typeof strategyNames)[number],
) {
  const all = simulateLaboratory({ ...laboratoryOf(falseShear, foundShear, seed), textureShift: 0.5 }).take(
    600,
  );
  const shelf = (percent: number) => all.filter((one) => one.shearPercent === percent).slice(0, 5);
  const rest = all.slice(300);
  const taught = updateHead(head, [...shelf(100), ...shelf(0)], strategyOf(strategy));
  return [head, taught].map((one) => {
    const { bands, meanAbsoluteError } = evaluateModel({ head: one, conformal }, rest).figures;
    return { middle: bands['20-80'].meanAbsoluteError!, all: meanAbsoluteError! };
  });
}

describe.each(strategyNames)('ten shelf specimens, strategy %s', (strategy) => {
  it('never cost the middle of the range more than a point, whatever gain and offset the map has', () => {
    for (const falseShear of [0, 0.08, 0.2]) {
      for (const foundShear of [1, 0.92, 0.8]) {
        for (const seed of [2001, 2002, 2003, 2004]) {
          const [before, after] = rehearse(falseShear, foundShear, seed, strategy);
          expect(after.middle - before.middle).toBeLessThan(1);
          expect(after.all - before.all).toBeLessThan(0.5);
        }
      }
    }
  });

  it('gain points, in the middle too, where the map is far from what it was trained for', () => {
    for (const [falseShear, foundShear] of [
      [0, 0.8],
      [0.2, 1],
      [0.2, 0.92],
    ]) {
      const [before, after] = rehearse(falseShear, foundShear, 2005, strategy);
      expect(after.middle).toBeLessThan(before.middle - 1);
      expect(after.all).toBeLessThan(before.all - 1.5);
    }
  });
});

describe('a label of 0 or 100', () => {
  it('does not pull back an answer that is beyond the bound already', () => {
    const [one] = simulateLaboratory(laboratoryOf(0.1, 0.9, 7)).take(1);
    const bright = Float64Array.from(one.features);
    bright[0] = 99;
    bright[1] = -3 * head.scaling.scale[1] + head.scaling.centre[1];
    const before = predictShear(head, bright).unboundedMean;
    expect(before).toBeGreaterThan(101);
    const taught = updateHead(head, [{ features: bright, shearPercent: 100 }], strategyOf('immediate'));
    expect(predictShear(taught, bright).unboundedMean).toBeCloseTo(before, 1);
    const pulled = updateHead(head, [{ features: bright, shearPercent: 99.9 }], strategyOf('immediate'));
    expect(predictShear(pulled, bright).unboundedMean).toBeLessThan(before - 0.1);
  });
});
