import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../network/seeded-random.ts';
import { missRateInForce, observeLabel, shearInterval } from './conformal-interval.ts';
import type { ConformalState } from './conformal-state.ts';
import { createConformalState } from './conformal-state.ts';
import { scoreQuantile } from './score-quantile.ts';

const ten = { mean: 50, variance: 4 };
const oneToNineteen = Array.from({ length: 19 }, (_, i) => i + 1);

describe('shearInterval', () => {
  it('takes the ⌈(n+1)·level⌉-th score of the shipped calibration, by hand', () => {
    // 19 scores, level 0.9: the 18th of 20 places; σ = 2, so the reach is 36.
    const state = createConformalState({ calibrationScores: oneToNineteen });
    expect(shearInterval(state, ten, 0.9)).toEqual({ lower: 14, upper: 86, level: 0.9 });
    expect(scoreQuantile(state, 0.5)).toBe(10);
    expect(scoreQuantile(state, 0.05)).toBe(19);
  });

  it('promises the whole range when the scores cannot carry the level', () => {
    const state = createConformalState({ calibrationScores: oneToNineteen });
    expect(shearInterval(state, ten, 0.99)).toEqual({ lower: 0, upper: 100, level: 0.99 });
  });

  it('stays inside 0–100, holds the answer and grows with the level', () => {
    const random = createRandom(1);
    const state = createConformalState({
      calibrationScores: Array.from({ length: 300 }, () => Math.abs(random.normal())),
    });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0.01, max: 400, noNaN: true }),
        fc.double({ min: 0.05, max: 0.98, noNaN: true }),
        (mean, variance, level) => {
          const narrow = shearInterval(state, { mean, variance }, level);
          const wide = shearInterval(state, { mean, variance }, level + 0.01);
          expect(narrow.lower).toBeGreaterThanOrEqual(0);
          expect(narrow.upper).toBeLessThanOrEqual(100);
          expect(narrow.lower).toBeLessThanOrEqual(mean);
          expect(narrow.upper).toBeGreaterThanOrEqual(mean);
          expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
          expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
        },
      ),
    );
  });

  it('covers exchangeable specimens as promised, within binomial bounds', () => {
    const random = createRandom(2);
    const trials = 4000;
    for (const level of [0.8, 0.9, 0.95]) {
      let covered = 0;
      for (let trial = 0; trial < trials; trial++) {
        const scores = Array.from({ length: 99 }, () => heavyTailed(random));
        const { lower, upper } = shearInterval(
          createConformalState({ calibrationScores: scores }),
          ten,
          level,
        );
        const truth = 50 + 2 * heavyTailed(random) * (random.uniform() < 0.5 ? -1 : 1);
        if (lower <= truth && truth <= upper) covered++;
      }
      // Exactly `level` in expectation with 99 scores; four standard errors.
      const allowed = 4 * Math.sqrt((level * (1 - level)) / trials);
      expect(Math.abs(covered / trials - level)).toBeLessThan(allowed);
    }
  });

  it('refuses a level that is no probability', () => {
    const state = createConformalState({ calibrationScores: [1] });
    expect(() => shearInterval(state, ten, 90)).toThrow(/0\.9, got 90/);
  });
});

describe('observeLabel', () => {
  it('lets the laboratory’s own scores replace the shipped ones', () => {
    const random = createRandom(3);
    let state = createConformalState({ calibrationScores: oneToNineteen, step: 0 });
    const first = width(state);
    for (let i = 0; i < 400; i++) state = observeLabel(state, ten, 50 + random.normal());
    // The laboratory scatters by 1 point where σ says 2: a 90 % interval is ±1.64 points.
    expect(first).toBe(72);
    expect(width(state)).toBeGreaterThan(2.6);
    expect(width(state)).toBeLessThan(5);
  });

  it('keeps at most a window of scores, the newest', () => {
    let state = createConformalState({ calibrationScores: [1], windowSize: 3 });
    for (const label of [52, 54, 56, 58]) state = observeLabel(state, ten, label);
    expect([...state.laboratoryScores]).toEqual([2, 3, 4]);
  });

  it('widens after a move and keeps the promise over the long run of a drift', () => {
    const random = createRandom(4);
    let state = createConformalState({
      calibrationScores: Array.from({ length: 300 }, () => Math.abs(random.normal())),
      windowSize: 5000,
      step: 0.02,
    });
    const before = width(state);
    let missed = 0;
    const steps = 2000;
    for (let step = 0; step < steps; step++) {
      const label = Math.min(100, Math.max(0, 50 + 2 * (1 + step / 500) * random.normal()));
      const { lower, upper } = shearInterval(state, ten, 0.9);
      if (label < lower || label > upper) missed++;
      state = observeLabel(state, ten, label);
    }
    expect(width(state)).toBeGreaterThan(2 * before);
    expect(missed / steps).toBeGreaterThan(0.08);
    expect(missed / steps).toBeLessThan(0.12);
  });

  it('moves the miss rate by the step, down after a miss and up after a hit', () => {
    const state = createConformalState({ calibrationScores: oneToNineteen, step: 0.1, levels: [0.9] });
    expect(observeLabel(state, ten, 50).tracked[0].missRate).toBeCloseTo(0.11, 12);
    expect(observeLabel(state, ten, 100).tracked[0].missRate).toBeCloseTo(0.01, 12);
  });
});

describe('missRateInForce', () => {
  it('moves levels between the tracked ones with their neighbours', () => {
    const state: ConformalState = {
      ...createConformalState({ calibrationScores: [1] }),
      tracked: [
        { level: 0.8, missRate: 0.4 },
        { level: 0.9, missRate: 0.1 },
      ],
    };
    expect(missRateInForce(state, 0.9)).toBeCloseTo(0.1, 12);
    expect(missRateInForce(state, 0.85)).toBeCloseTo(0.15 * 1.5, 12);
    expect(missRateInForce(state, 0.5)).toBeCloseTo(1, 12);
    expect(missRateInForce(state, 0.99)).toBeCloseTo(0.01, 12);
  });
});

describe('createConformalState', () => {
  it('refuses settings that make no sense', () => {
    expect(() => createConformalState({ calibrationScores: [] })).toThrow(/must not be empty/);
    expect(() => createConformalState({ calibrationScores: [-1] })).toThrow(/not negative/);
    expect(() => createConformalState({ calibrationScores: [1], windowSize: 0 })).toThrow(/windowSize/);
    expect(() => createConformalState({ calibrationScores: [1], step: 1 })).toThrow(/step/);
    expect(() => createConformalState({ calibrationScores: [1], levels: [1] })).toThrow(/level/);
  });
});

function width(state: ConformalState): number {
  const { lower, upper } = shearInterval(state, ten, 0.9);
  return upper - lower;
}

function heavyTailed(random: ReturnType<typeof createRandom>): number {
  return Math.abs(random.normal()) / (0.3 + random.uniform());
}
