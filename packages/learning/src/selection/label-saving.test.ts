import { describe, expect, it } from 'vitest';
import { labelSaving, type SelectionTrial } from './label-saving.ts';

/** A curve that falls from 10 by `slope` a label, with an offset of its own. */
const falling = (slope: number, offset = 0) =>
  [0, 10, 20, 30, 40].map((labels) => ({ labels, meanAbsoluteError: 10 + offset - slope * labels }));
const trials = (slope: number, randomSlope = 0.1): SelectionTrial[] =>
  [0, 0.4, -0.3, 0.1].map((offset, index) => ({
    block: index < 2 ? 'a' : 'b',
    curves: { random: falling(randomSlope, offset), quick: falling(slope, offset) },
  }));

describe('labelSaving', () => {
  it('finds that twice the slope needs half the labels', () => {
    const [at40] = labelSaving(trials(0.2), { counts: [40], seed: 1 });
    expect(at40).toMatchObject({ way: 'quick', randomLabels: 40, verdict: 'saves' });
    expect(at40.labelsNeeded).toBeCloseTo(20, 9);
    expect(at40.labelsNeededInterval.lower).toBeCloseTo(20, 9);
    expect(at40.errorDifference.value).toBeCloseTo(-4, 9);
    expect(at40.randomGain.value).toBeCloseTo(4, 9);
    expect(at40.randomError).toBeCloseTo(6.05, 9);
  });

  it('says so when a way never gets there', () => {
    const [at20] = labelSaving(trials(0.04), { counts: [20], seed: 1 });
    expect(at20).toMatchObject({ labelsNeeded: null, verdict: 'costs' });
    expect(at20.labelsNeededInterval).toEqual({ lower: null, upper: null });
  });

  it('interpolates between the points of a curve', () => {
    const [at15] = labelSaving(trials(0.1), { counts: [15], seed: 1 });
    expect(at15.labelsNeeded).toBeCloseTo(15, 9);
    expect(at15.verdict).toBe('no-difference');
  });

  it('does not call it a saving when labels do not help at all', () => {
    const flat = trials(0.02, 0);
    expect(labelSaving(flat, { counts: [30], seed: 1 })[0]).toMatchObject({
      verdict: 'nothing-to-save',
      labelsNeeded: 0,
    });
  });

  it('is the same for the same seed, and refuses a single trial', () => {
    const noisy = trials(0.13);
    expect(labelSaving(noisy, { counts: [10, 20], seed: 4 })).toEqual(
      labelSaving(noisy, { counts: [10, 20], seed: 4 }),
    );
    expect(() => labelSaving(noisy.slice(0, 1), { counts: [10], seed: 1 })).toThrow('at least 2');
  });
});
