import { describe, expect, it } from 'vitest';
import { simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { simulatedModel } from '../testing/simulated-model.ts';
import { posteriorOf } from './head-posterior.ts';
import { createHead } from './laboratory-head.ts';
import { predictShear } from './predict.ts';
import { strategyOf } from './strategy.ts';
import { updateHead } from './update-head.ts';

/** One feature (the area itself, standardised to 0 at 50 %): small enough for arithmetic by hand. */
const oneFeature = createHead({
  featureSet: { version: 'one', names: ['area'], areaName: 'area' },
  scaling: { centre: Float64Array.of(50), scale: Float64Array.of(25), limit: 4 },
  spread: { featureDeviation: 5, offsetDeviation: 5, noiseDeviation: 5, noiseWeight: 10 },
});

describe('predictShear', () => {
  it('is the conjugate posterior: one label at the middle of the range, by hand', () => {
    // φ = (1, 1, 0, 0) at 50 %; Λ₀ = I, so v = φᵀΛ₀⁻¹φ = 2. Label 59: r = 9, shift = v·r/(1 + v) = 6.
    const head = updateHead(
      oneFeature,
      [{ features: Float64Array.of(50), shearPercent: 59 }],
      strategyOf('immediate', { robustness: null }),
    );
    const { mean, variance, modelVariance } = predictShear(head, Float64Array.of(50));
    expect(mean).toBeCloseTo(56, 12);
    // Misfit r²/(1 + v) = 27; σ² = (10·25 + 27)/11; v afterwards = 2/3.
    expect(posteriorOf(head).noiseVariance).toBeCloseTo(277 / 11, 12);
    expect(modelVariance).toBeCloseTo((277 / 11) * (2 / 3), 12);
    expect(variance).toBeCloseTo((277 / 11) * (5 / 3), 12);
  });

  it('reaches exactly 0 and 100', () => {
    const push = (shearPercent: number, area: number) => ({ features: Float64Array.of(area), shearPercent });
    const head = updateHead(
      oneFeature,
      Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? push(0, 6) : push(100, 94))),
      strategyOf('immediate'),
    );
    expect(predictShear(head, Float64Array.of(1)).mean).toBe(0);
    expect(predictShear(head, Float64Array.of(99)).mean).toBe(100);
    expect(predictShear(head, Float64Array.of(1)).unboundedMean).toBeLessThan(0);
  });

  it('knows less where it has seen nothing', () => {
    const { head } = simulatedModel();
    const taught = updateHead(head, simulateLaboratory({ seed: 21 }).take(100), strategyOf('immediate'));
    const usual = Float64Array.from(head.scaling.centre);
    const strange = usual.map((value, i) => value + (i > 5 ? 4 * head.scaling.scale[i] : 0));
    expect(predictShear(taught, strange).modelVariance).toBeGreaterThan(
      5 * predictShear(taught, usual).modelVariance,
    );
  });

  it('answers within 0.2 ms and learns within 2 ms at 150 features', () => {
    const { head } = simulatedModel(150);
    const samples = simulateLaboratory({ seed: 22, features: 150 }).take(60);
    const strategy = strategyOf('confidence');
    let current = head;
    const fastest = { learn: Number.POSITIVE_INFINITY, answer: Number.POSITIVE_INFINITY };
    for (const sample of samples) {
      const before = performance.now();
      current = updateHead(current, [sample], strategy);
      posteriorOf(current);
      const between = performance.now();
      predictShear(current, sample.features);
      fastest.learn = Math.min(fastest.learn, between - before);
      fastest.answer = Math.min(fastest.answer, performance.now() - between);
    }
    // The fastest of 60: other work on the machine must not fail the test.
    expect(fastest.learn).toBeLessThan(2);
    expect(fastest.answer).toBeLessThan(0.2);
  });
});
