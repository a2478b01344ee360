import { describe, expect, it } from 'vitest';
import {
  ACCEPTANCE_FEATURE_NAMES,
  acceptanceScore,
  acceptanceToJson,
  DEFAULT_ACCEPTANCE,
  parseAcceptance,
} from './acceptance-model.ts';
import { fitAcceptance } from './fit-acceptance.ts';

const LENGTH = ACCEPTANCE_FEATURE_NAMES.length;
const good = [0.95, 2, 0.97, 0.9, 0, 0.85, 0.8, 0.03, 0.9, 0.92, 0.05, 0.03];
const bad = [0.7, 9, 0.8, 0.6, 0.2, 0.2, 0.1, 0.15, 0.3, 0.6, 0.6, 0.2];

describe('acceptanceScore', () => {
  it('separates a clear face from a ragged patch by default', () => {
    expect(acceptanceScore(DEFAULT_ACCEPTANCE, good)).toBeGreaterThan(0.95);
    expect(acceptanceScore(DEFAULT_ACCEPTANCE, bad)).toBeLessThan(0.01);
  });

  it('survives the artefact as JSON bit for bit', () => {
    const copy = parseAcceptance(JSON.parse(JSON.stringify(acceptanceToJson(DEFAULT_ACCEPTANCE))));
    expect(copy).toEqual(DEFAULT_ACCEPTANCE);
    const { mostUndecided: _absent, ...older } = acceptanceToJson({
      ...DEFAULT_ACCEPTANCE,
      mostUndecided: 0.4,
    });
    expect(parseAcceptance(older).mostUndecided).toBe(1);
  });

  it('names the broken field of an artefact', () => {
    const json = acceptanceToJson(DEFAULT_ACCEPTANCE);
    expect(() => parseAcceptance({ ...json, scale: [1] })).toThrow(/acceptance\.scale/);
    expect(() => parseAcceptance({ ...json, version: 'acceptance-0' })).toThrow(/retrain/);
    expect(() => acceptanceScore(DEFAULT_ACCEPTANCE, [1, 2])).toThrow(RangeError);
  });
});

describe('fitAcceptance', () => {
  /** Deterministic wobble in -1 to 1. */
  const wobble = (n: number) => Math.sin(12.9898 * n) * 0.999;
  const samples = Array.from({ length: 200 }, (_, n) => ({
    isFace: n % 4 !== 0,
    features: Float64Array.from({ length: LENGTH }, (__, i) => {
      const [from, to] = n % 4 === 0 ? [bad[i], good[i]] : [good[i], bad[i]];
      return from + 0.18 * (to - from) * (1 + wobble(n * LENGTH + i));
    }),
  }));

  it('learns to tell faces from other surfaces', () => {
    const model = fitAcceptance(samples);
    for (const sample of samples) {
      const accepted = acceptanceScore(model, sample.features) >= model.threshold;
      expect(accepted).toBe(sample.isFace);
    }
    expect(acceptanceScore(model, good)).toBeGreaterThan(0.9);
    expect(acceptanceScore(model, bad)).toBeLessThan(0.1);
  });

  it('gives the same model for the same samples', () => {
    expect(fitAcceptance(samples)).toEqual(fitAcceptance(samples));
  });

  it('refuses to learn from one class', () => {
    expect(() => fitAcceptance(samples.filter((sample) => sample.isFace))).toThrow(/faces and non-faces/);
  });
});
