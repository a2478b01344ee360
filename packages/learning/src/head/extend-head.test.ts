import { describe, expect, it } from 'vitest';
import { decodeModel } from '../artefact/decode-model.ts';
import { encodeModel } from '../artefact/encode-model.ts';
import { evaluateModel } from '../evaluation/evaluate-model.ts';
import { createRandom } from '../network/seeded-random.ts';
import { simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { simulatedModel } from '../testing/simulated-model.ts';
import { extendHead } from './extend-head.ts';
import type { FeatureSet } from './feature-set.ts';
import type { LabelledSample } from './labelled-sample.ts';
import { predictShear } from './predict.ts';
import { strategyOf } from './strategy.ts';
import { updateHead } from './update-head.ts';

const model = simulatedModel();
const { head } = model;
const known = head.featureSet.names.length;
const wider: FeatureSet = {
  ...head.featureSet,
  version: 'simulated-1/backbone-ab',
  names: [...head.featureSet.names, 'backbone-0', 'backbone-1', 'backbone-2'],
};
const strategy = strategyOf('immediate');

/** Pictures with three more numbers: one tells half of the map's error about an offset of 40, two tell nothing. */
function widerSamples(seed: number, count: number): LabelledSample[] {
  const random = createRandom(seed);
  return simulateLaboratory({ seed, areaBias: 0, labelNoise: 3 })
    .take(count)
    .map((sample) => {
      const hint = random.normal();
      const shearPercent = Math.min(100, Math.max(0, sample.shearPercent + 8 * hint));
      const more = [40 + 2 * hint, random.normal(), 7];
      return { ...sample, shearPercent, features: Float64Array.from([...sample.features, ...more]) };
    });
}

const samples = widerSamples(5, 120);
const extended = extendHead(
  head,
  wider,
  samples.map(({ features }) => features),
);
const narrow = (sample: LabelledSample) => ({ ...sample, features: sample.features.slice(0, known) });

describe('extendHead', () => {
  it('answers as before, bit for bit, until a label teaches it', () => {
    const taught = updateHead(head, samples.slice(0, 30).map(narrow), strategy);
    const taughtWider = extendHead(
      taught,
      wider,
      samples.map(({ features }) => features),
    );
    for (const [before, after] of [
      [head, extended],
      [taught, taughtWider],
    ] as const) {
      for (const sample of samples) {
        const old = predictShear(before, narrow(sample).features);
        const now = predictShear(after, sample.features);
        expect(now.mean).toBe(old.mean);
        // What the new numbers might come to say is said honestly, and is bounded.
        expect(now.modelVariance).toBeGreaterThan(old.modelVariance);
        expect(now.modelVariance - old.modelVariance).toBeLessThan(3 ** 2 * 4 ** 2);
      }
    }
  });

  it('learns what the new numbers tell', () => {
    const fresh = widerSamples(6, 200);
    const error = (learner: typeof head, labels: LabelledSample[], tests: LabelledSample[]) => {
      const learned = updateHead(learner, labels, strategy);
      return evaluateModel({ head: learned, conformal: model.conformal }, tests).figures.meanAbsoluteError!;
    };
    const without = error(head, samples.map(narrow), fresh.map(narrow));
    expect(error(extended, samples, fresh)).toBeLessThan(0.8 * without);
  });

  it('survives the model file', () => {
    const bytes = encodeModel({ ...model, head: extended });
    const { head: read } = decodeModel(bytes);
    expect(read.featureSet).toEqual(wider);
    expect(predictShear(read, samples[0].features)).toEqual(predictShear(extended, samples[0].features));
  });

  it('refuses a set that does not begin with its own, and vectors of another length', () => {
    const vectors = samples.map(({ features }) => features);
    const swapped = { ...wider, names: [...wider.names].reverse() };
    expect(() => extendHead(head, swapped, vectors)).toThrow(/must begin with the same 12 names/);
    expect(() => extendHead(head, head.featureSet, vectors)).toThrow(/and add some/);
    expect(() =>
      extendHead(
        head,
        wider,
        samples.map(narrow).map(({ features }) => features),
      ),
    ).toThrow(/12 features, the set has 15/);
  });
});
