import { describe, expect, it } from 'vitest';
import { createRandom } from '../network/seeded-random.ts';
import { simulatePhotographs } from '../testing/simulated-photographs.ts';
import { descriptorDistances } from './descriptor-distance.ts';
import { energyTest } from './energy-test.ts';

const vectors = (seed: number, count: number, lamp = 0, fog = 0): Float64Array[] =>
  simulatePhotographs({ seed, count, disturbance: () => ({ lamp, fog }) }).map(
    ({ descriptors }) => descriptors,
  );

describe('energyTest', () => {
  it('gives 40 pictures of another lamp, or through some fog, away', () => {
    const tested = (recent: Float64Array[]) =>
      energyTest(vectors(1, 120), recent, { random: createRandom(3), permutations: 199 });
    expect(tested(vectors(2, 40, 1)).pValue).toBe(1 / 200);
    expect(tested(vectors(2, 40, 0, 0.3)).pValue).toBe(1 / 200);
  });

  it('calls one unchanged window in twenty changed at 0.05', () => {
    let called = 0;
    for (let i = 0; i < 200; i++) {
      const random = createRandom(i);
      const { pValue } = energyTest(vectors(2 * i, 30), vectors(2 * i + 1, 20), { random, permutations: 99 });
      if (pValue <= 0.05) called++;
    }
    // 10 expected; 99.9 % of such counts lie between 2 and 21.
    expect(called).toBeGreaterThanOrEqual(2);
    expect(called).toBeLessThanOrEqual(21);
  });

  it('is 2 E|x − y| − E|x − x′| − E|y − y′|, repeats itself, and refuses too little', () => {
    const one = (value: number) => Array.from({ length: 10 }, () => Float64Array.of(value, 5));
    const run = () => energyTest(one(1), one(3), { random: createRandom(1), permutations: 50 });
    // Standardised, 1 and 3 lie two deviations apart.
    expect(run().distance).toBeCloseTo(4, 12);
    expect(run()).toEqual(run());
    expect(() => energyTest(one(1), one(3).slice(1), { random: createRandom(1) })).toThrow(
      'recent must hold at least 10 vectors, got 9',
    );
  });
});

describe('descriptorDistances', () => {
  it('puts unchanged pictures as far as the reference, and those of another lamp farther', () => {
    const average = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const unchanged = descriptorDistances(vectors(1, 40), vectors(2, 4000));
    expect(average(unchanged.reference)).toBeCloseTo(1, 1);
    expect(Math.abs(average(unchanged.recent) - average(unchanged.reference))).toBeLessThan(0.06);
    const lamp = descriptorDistances(vectors(1, 40), vectors(2, 4000, 1));
    expect(average(lamp.recent)).toBeGreaterThan(1.15);
  });

  it('refuses vectors of another length and what is no number, naming the vector', () => {
    const reference = vectors(1, 10);
    const short = [...vectors(2, 3), Float64Array.of(1, 2)];
    expect(() => descriptorDistances(reference, short)).toThrow('recent[3] must hold 12 values, got 2');
    expect(() => descriptorDistances([Float64Array.of(1), Float64Array.of(Number.NaN)], [])).toThrow(
      'reference[1] must hold finite numbers, got NaN',
    );
    expect(() => descriptorDistances([], [])).toThrow('reference must hold at least 2 vectors, got 0');
  });

  it('leaves out a descriptor that never varied', () => {
    const reference = [Float64Array.of(1, 9), Float64Array.of(3, 9)];
    // Deviation √2 about 2; (5 − 2)² / 2 / (1 + 1/2) = 3.
    expect(descriptorDistances(reference, [Float64Array.of(5, 8)]).recent[0]).toBeCloseTo(Math.sqrt(3), 12);
  });
});
