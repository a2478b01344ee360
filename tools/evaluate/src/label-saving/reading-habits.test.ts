import { expect, it } from 'vitest';
import type { SeenBar } from '../learning/bar.ts';
import { labelledBars, readingHabits } from './reading-habits.ts';

const bars = Array.from({ length: 400 }, (_, index): SeenBar => {
  const seen = { features: Float64Array.of(index), texture: [] };
  return { specimen: `s${index}`, heat: 'h', truth: 50, widthMm: 10, seen };
});

it('scatters labels about the consensus, not the consensus itself', () => {
  const [plain, generous] = readingHabits.map((habit) => labelledBars(bars, habit, 7));
  expect(new Set(plain!.map(({ truth }) => truth))).toEqual(new Set([50]));
  expect(new Set(generous!.map(({ truth }) => truth))).toEqual(new Set([60]));
  const errors = plain!.map(({ shearPercent }) => shearPercent - 50);
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
  expect(Math.abs(mean)).toBeLessThan(0.4);
  expect(deviation).toBeGreaterThan(2.2);
  expect(deviation).toBeLessThan(2.8);
});

it('leaves the shelves where they are', () => {
  for (const { consensusOf } of readingHabits) expect([consensusOf(0), consensusOf(100)]).toEqual([0, 100]);
});
