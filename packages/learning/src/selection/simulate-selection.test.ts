import { describe, expect, it } from 'vitest';
import { strategyOf } from '../head/strategy.ts';
import { simulateLaboratory } from '../testing/simulated-laboratory.ts';
import { simulatedModel } from '../testing/simulated-model.ts';
import { selectionWays } from './select-next.ts';
import { type SimulateSelectionOptions, simulateSelection, splitForSelection } from './simulate-selection.ts';

const start = simulatedModel();
const samples = simulateLaboratory({ seed: 3 }).take(80);
const { pool, test } = splitForSelection(samples, 5);
const options = (way: SimulateSelectionOptions['way'], seed = 1): SimulateSelectionOptions => ({
  ...{ start, pool, test, way, seed, batch: 5, most: 30, update: strategyOf('immediate') },
});

describe('simulateSelection', () => {
  it.each(selectionWays)('learns in the order of %s, from the same beginning', (way) => {
    const curve = simulateSelection(options(way));
    expect(curve.map(({ labels }) => labels)).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(curve[0]).toEqual(simulateSelection(options('random'))[0]);
    expect(curve.at(-1)!.meanAbsoluteError).toBeLessThan(curve[0].meanAbsoluteError);
  });

  it('reaches nearly the same error whatever the order, once everything is labelled', () => {
    const ends = (['random', 'uncertainty'] as const).map(
      (way) => simulateSelection({ ...options(way), most: 1000 }).at(-1)!,
    );
    expect(ends[0].labels).toBe(pool.length);
    // Labels that do not fit are weighed by what was known when they came.
    expect(Math.abs(ends[1].meanAbsoluteError - ends[0].meanAbsoluteError)).toBeLessThan(0.25);
  });

  it('draws other lots with another seed', () => {
    expect(simulateSelection(options('random', 100))).not.toEqual(simulateSelection(options('random', 1)));
    expect(simulateSelection(options('random', 100))).toEqual(simulateSelection(options('random', 100)));
  });

  it('holds answers to the truth and learns the label', () => {
    const shifted = test.map((sample) => ({ ...sample, truth: 0 }));
    const [before] = simulateSelection({ ...options('random'), test: shifted, most: 0 });
    expect(before.meanAbsoluteError).toBeGreaterThan(30);
  });
});

describe('splitForSelection', () => {
  it('keeps heats together', () => {
    const heats = (some: readonly { heat?: string }[]) => new Set(some.map(({ heat }) => heat));
    expect([...heats(pool)].filter((heat) => heats(test).has(heat))).toEqual([]);
    expect(heats(pool).size + heats(test).size).toBe(10);
    expect(() => splitForSelection(samples.slice(0, 1), 1)).toThrow('at least 2 specimens');
  });
});
