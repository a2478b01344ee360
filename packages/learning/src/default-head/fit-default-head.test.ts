import { describe, expect, it } from 'vitest';
import { evaluateModel } from '../evaluation/evaluate-model.ts';
import { strategyOf } from '../head/strategy.ts';
import { updateHead } from '../head/update-head.ts';
import { createRandom } from '../network/seeded-random.ts';
import { simulatedFeatureSet, simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { gaussianCrps } from './crps.ts';
import type { DefaultHeadSample } from './fit-default-head.ts';
import { fitDefaultHead } from './fit-default-head.ts';

const random = createRandom(4);
const training = Array.from({ length: 20 }, (_, i): DefaultHeadSample[] =>
  simulateLaboratory({ seed: 100 + i, areaBias: 4 + 5 * random.normal() })
    .take(60)
    .map((sample) => ({ ...sample, laboratory: `laboratory ${i}` })),
).flat();
const fit = fitDefaultHead(simulatedFeatureSet(), training);

describe('fitDefaultHead', () => {
  it('beats the area alone on laboratories it never saw', () => {
    expect(fit.outOfFold.count).toBe(1200);
    expect(fit.outOfFold.meanAbsoluteError!).toBeLessThan(fit.areaAlone.meanAbsoluteError! - 1.5);
    const stranger = simulateLaboratory({ seed: 999, areaBias: 2 }).take(300);
    const area = evaluateModel(fit, stranger).figures;
    expect(area.meanAbsoluteError!).toBeLessThan(fit.areaAlone.meanAbsoluteError! - 1);
  });

  it('ships intervals that hold their promise in laboratories it never saw', () => {
    expect(fit.outOfFold.coveragePercent!).toBeGreaterThan(87);
    expect(fit.outOfFold.coveragePercent!).toBeLessThan(93);
  });

  it('lets a laboratory’s own labels soon dominate', () => {
    const laboratory = simulateLaboratory({ seed: 998, areaBias: -8 });
    const [labels, rest] = [laboratory.take(25), laboratory.take(300)];
    const error = (count: number) => {
      const head = updateHead(fit.head, labels.slice(0, count), strategyOf('immediate'));
      return evaluateModel({ ...fit, head }, rest).figures.meanAbsoluteError!;
    };
    expect(error(0)).toBeGreaterThan(8);
    expect(error(10)).toBeLessThan(4);
    expect(error(25)).toBeLessThan(3);
  });

  it('is the same bit for bit when it is fitted again', () => {
    expect(fitDefaultHead(simulatedFeatureSet(), structuredClone(training))).toEqual(fit);
  });

  it('lets intervals follow a feature that knows when the map does not', () => {
    const names = [...simulatedFeatureSet().names, 'doubt'];
    const scatter = createRandom(6);
    const doubting = training.map((sample): DefaultHeadSample => {
      const doubt = 0.6 * scatter.uniform();
      const wild = doubt > 0.5 ? 20 * scatter.normal() : 0;
      const shearPercent = Math.min(100, Math.max(0, sample.shearPercent + wild));
      return { ...sample, shearPercent, features: Float64Array.of(...sample.features, doubt) };
    });
    const set = { ...simulatedFeatureSet(), names };
    const blind = fitDefaultHead(set, doubting).outOfFold;
    const { head, outOfFold: seeing } = fitDefaultHead(set, doubting, 'doubt');
    const { values } = head.noiseShape.doubt!;
    expect(values.at(-1)!).toBeGreaterThan(5 * values[0]!);
    expect(seeing.meanIntervalWidth!).toBeLessThan(blind.meanIntervalWidth!);
    expect(seeing.coveragePercent!).toBeGreaterThan(87);
    expect(seeing.coveragePercent!).toBeLessThan(93);
    expect(() => fitDefaultHead(set, doubting, 'absent')).toThrow(/no feature "absent"/);
  });

  it('needs laboratories to leave out', () => {
    const one = training.map((sample) => ({ ...sample, laboratory: 'one' }));
    expect(() => fitDefaultHead(simulatedFeatureSet(), one)).toThrow(/5 laboratories, got 1200 of 1/);
  });
});

describe('gaussianCrps', () => {
  it('equals known values', () => {
    // At the mean: σ·(√2 − 1)/√π; far away: |error| − σ/√π.
    expect(gaussianCrps(0, 1, 0)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 6);
    expect(gaussianCrps(10, 2, 60)).toBeCloseTo(50 - 2 / Math.sqrt(Math.PI), 6);
  });
});
