import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateModel } from '../evaluation/evaluate-model.ts';
import { simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { simulatedModel } from '../testing/simulated-model.ts';
import { posteriorOf } from './head-posterior.ts';
import type { LabelledSample } from './labelled-sample.ts';
import type { LaboratoryHead } from './laboratory-head.ts';
import { predictShear } from './predict.ts';
import type { UpdateStrategy } from './strategy.ts';
import { strategyNames, strategyOf } from './strategy.ts';
import { updateHead } from './update-head.ts';

const start = simulatedModel().head;
/** Every label counts in full: the textbook regression. */
const plain = strategyOf('immediate', { robustness: null });
/** Labels strictly inside 0–100: nothing about them depends on what came before. */
const inside = (labels: LabelledSample[]): LabelledSample[] =>
  labels.filter(({ shearPercent }) => shearPercent > 0 && shearPercent < 100);

function closeHeads(a: LaboratoryHead, b: LaboratoryHead, digits: number): void {
  const [first, second] = [posteriorOf(a), posteriorOf(b)];
  first.weights.forEach((weight, i) => {
    expect(weight).toBeCloseTo(second.weights[i], digits);
  });
  expect(first.noiseVariance).toBeCloseTo(second.noiseVariance, digits);
}

function meanError(head: LaboratoryHead, samples: readonly LabelledSample[]): number {
  const { conformal } = simulatedModel();
  return evaluateModel({ head, conformal }, samples).figures.meanAbsoluteError!;
}

describe('updateHead', () => {
  it('answers with the map area, exactly, before any label', () => {
    for (const area of [0, 0.1, 37.25, 99.9, 100]) {
      const features = Float64Array.from(start.scaling.centre);
      features[0] = area;
      expect(predictShear(start, features).mean).toBe(area);
    }
  });

  it('learns a laboratory: the error falls towards the label noise', () => {
    const laboratory = simulateLaboratory({ seed: 1 });
    const [labels, rest] = [laboratory.take(250), laboratory.take(300)];
    const errors = [0, 10, 25, 250].map((n) => meanError(updateHead(start, labels.slice(0, n), plain), rest));
    expect(errors[0]).toBeGreaterThan(5);
    expect(errors[1]).toBeLessThan(errors[0] - 1);
    expect(errors[2]).toBeLessThan(errors[1]);
    // Labels scatter by 2 points about the truth, so no answer can come closer to them than 1.6 on average.
    expect(errors[3]).toBeLessThan(2.1);
  });

  it('gives a batch what it gives its labels one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }), (count, batchSize) => {
        const labels = inside(simulateLaboratory({ seed: count }).take(count));
        const sequential = updateHead(start, labels, plain);
        const batches = updateHead(start, labels, strategyOf('batch', { batchSize, robustness: null }));
        expect(batches).toEqual(sequential);
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on order without forgetting', () => {
    const labels = inside(simulateLaboratory({ seed: 2 }).take(40));
    closeHeads(updateHead(start, labels, plain), updateHead(start, labels.toReversed(), plain), 9);
  });

  it('forgets nothing with factor 1', () => {
    const labels = simulateLaboratory({ seed: 3 }).take(30);
    const endless: UpdateStrategy = { name: 'weighted', batchSize: 1, forgetting: 1, robustness: null };
    expect(updateHead(start, labels, endless)).toEqual(updateHead(start, labels, plain));
  });

  it('lets old evidence fade by the half-life and falls back to the prior, never beyond', () => {
    const labels = inside(simulateLaboratory({ seed: 4 }).take(600)).slice(0, 400);
    const weighted = strategyOf('weighted', { halfLifeLabels: 50, robustness: null });
    const head = updateHead(start, labels, weighted);
    // Twenty steps of twenty labels: 20·Σ 0.5^(20i/50) = 20/(1 − 0.5^0.4)
    expect(head.evidence.weight).toBeCloseTo((20 / (1 - 0.5 ** 0.4)) * (1 - 2 ** -8), 9);
    expect(head.evidence.count).toBe(400);
    const silent = labels.map((label) => ({ ...label, weight: 0 }));
    const forgotten = updateHead(head, [...silent, ...silent, ...silent, ...silent], weighted);
    closeHeads(forgotten, start, 4);
  });

  it('follows a laboratory whose camera was changed faster when it forgets', () => {
    const before = simulateLaboratory({ seed: 5, areaBias: 8 }).take(300);
    const after = simulateLaboratory({ seed: 6, areaBias: -8 });
    const labels = [...before, ...after.take(60)];
    const rest = after.take(200);
    const weighted = updateHead(start, labels, strategyOf('weighted', { halfLifeLabels: 40 }));
    expect(meanError(weighted, rest)).toBeLessThan(meanError(updateHead(start, labels, plain), rest) - 1);
  });

  it.each(strategyNames)('replays bit for bit with strategy %s', (name) => {
    const labels = simulateLaboratory({ seed: 8 }).take(60);
    const strategy = strategyOf(name);
    const once = updateHead(start, labels, strategy);
    const again = updateHead(simulatedModel().head, structuredClone(labels), strategy);
    expect(again).toEqual(once);
    const pieces = [labels.slice(0, 20), labels.slice(20, 40), labels.slice(40)];
    expect(pieces.reduce((head, piece) => updateHead(head, piece, strategy), start)).toEqual(once);
  });

  it('weighs a label by its own weight times its technician’s', () => {
    const [label] = simulateLaboratory({ seed: 9 }).take(1);
    const trust = new Map([['ann', 0.5]]);
    const byProduct = updateHead(start, [{ ...label, technician: 'ann', weight: 3 }], plain, trust);
    expect(byProduct.evidence.weight).toBe(1.5);
    expect(updateHead(start, [{ ...label, technician: 'bob' }], plain, trust).evidence.weight).toBe(1);
  });

  it('refuses labels and weights outside their range, by value', () => {
    const [label] = simulateLaboratory({ seed: 10 }).take(1);
    expect(() => updateHead(start, [{ ...label, shearPercent: 101 }], plain)).toThrow(/0 to 100, got 101/);
    expect(() => updateHead(start, [{ ...label, weight: -1 }], plain)).toThrow(/weight .*-1/);
    expect(() => updateHead(start, [{ ...label, features: new Float64Array(3) }], plain)).toThrow(
      /3 values.*12/,
    );
    const broken = Float64Array.from(label.features);
    broken[4] = Number.NaN;
    expect(() => updateHead(start, [{ ...label, features: broken }], plain)).toThrow(/"texture-3" is NaN/);
  });
});

describe('confidence strategy', () => {
  const robust = strategyOf('confidence');

  it('moves the answer for a label’s own specimen by at most the stated bound, whatever the label', () => {
    const laboratory = simulateLaboratory({ seed: 11 });
    const taught = updateHead(start, laboratory.take(20), robust);
    fc.assert(
      fc.property(
        fc.constantFrom(...laboratory.take(30)),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (sample, label) => {
          for (const head of [start, taught]) {
            const after = updateHead(head, [{ ...sample, shearPercent: label, weight: 10 }], robust);
            const shift = Math.abs(
              predictShear(after, sample.features).unboundedMean -
                predictShear(head, sample.features).unboundedMean,
            );
            expect(shift).toBeLessThanOrEqual(robust.robustness!.maximumShift + 1e-9);
          }
        },
      ),
    );
  });

  it('costs honest labels little', () => {
    const laboratory = simulateLaboratory({ seed: 14 });
    const [labels, rest] = [laboratory.take(100), laboratory.take(300)];
    const difference =
      meanError(updateHead(start, labels, robust), rest) - meanError(updateHead(start, labels, plain), rest);
    expect(difference).toBeLessThan(0.2);
  });
});

describe('strategyOf', () => {
  it('refuses unknown names and settings outside their range', () => {
    expect(() => strategyOf('clever' as 'batch')).toThrow(/immediate, batch, weighted, confidence/);
    expect(() => strategyOf('batch', { batchSize: 0 })).toThrow(/batchSize/);
    expect(() => strategyOf('weighted', { halfLifeLabels: 0 })).toThrow(/halfLifeLabels/);
    expect(() => strategyOf('confidence', { robustness: { degreesOfFreedom: 0, maximumShift: 1 } })).toThrow(
      /degreesOfFreedom/,
    );
  });
});
