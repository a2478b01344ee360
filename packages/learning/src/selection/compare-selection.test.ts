import { describe, expect, it } from 'vitest';
import { strategyOf } from '../head/strategy.ts';
import { simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { simulatedModel } from '../testing/simulated-model.ts';
import { compareSelection, meanCurve, randomAgain } from './compare-selection.ts';

const laboratories = [3, 4].map((seed) => ({
  name: `laboratory ${seed}`,
  samples: simulateLaboratory({ seed }).take(60),
}));
const options = {
  ...{ start: simulatedModel(), update: strategyOf('immediate'), repeats: 2, batch: 5, seed: 11 },
  counts: [10, 20, 500],
};

describe('compareSelection', () => {
  const comparison = compareSelection(laboratories, options);

  it('compares every way and a second random choice, at the counts that there are pictures for', () => {
    expect(comparison.counts).toEqual([10, 20]);
    expect(comparison.trials.map(({ block }) => block)).toEqual([
      'laboratory 3',
      'laboratory 3',
      'laboratory 4',
      'laboratory 4',
    ]);
    expect(comparison.savings.map(({ way, randomLabels }) => `${way} ${randomLabels}`)).toEqual(
      [10, 20].flatMap((count) =>
        ['uncertainty', 'diversity', 'hybrid', randomAgain].map((way) => `${way} ${count}`),
      ),
    );
  });

  it('gives all ways the same beginning, and chance no advantage over chance', () => {
    const starts = Object.keys(comparison.trials[0]!.curves).map(
      (way) => meanCurve(comparison.trials, way)[0]!.meanAbsoluteError,
    );
    expect(new Set(starts).size).toBe(1);
    const again = comparison.savings.find(
      ({ way, randomLabels }) => way === randomAgain && randomLabels === 20,
    )!;
    expect(again.verdict).not.toBe('saves');
    expect(again.randomGain.lower).toBeGreaterThan(0);
  });

  it('refuses counts beyond the pictures', () => {
    expect(() => compareSelection(laboratories, { ...options, counts: [400] })).toThrow('counts must begin');
  });
});
