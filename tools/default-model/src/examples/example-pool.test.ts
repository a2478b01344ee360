import type { TrainingExample } from '@mlmcsc/learning/network';
import { describe, expect, it } from 'vitest';
import { createExamplePool } from './example-pool.ts';

const example = (seed: number): TrainingExample => ({
  input: Float32Array.of(seed),
  height: 1,
  width: 1,
  target: new Float32Array(1),
  weight: new Float32Array(1),
});

describe('createExamplePool', () => {
  it('makes few new examples once it is half full, and uses each several times', () => {
    let made = 0;
    const next = createExamplePool({
      make: (seed) => {
        made += 1;
        return example(seed);
      },
      batch: 8,
      fresh: 2,
      size: 32,
      seed: 5,
    });
    const used = new Map<number, number>();
    for (let step = 0; step < 50; step++) {
      const batch = next(step);
      expect(batch).toHaveLength(8);
      for (const { input } of batch) used.set(input[0], (used.get(input[0]) ?? 0) + 1);
    }
    expect(made).toBe(2 * 8 + 48 * 2);
    expect(400 / used.size).toBeGreaterThan(3);
  });

  it('gives the same batches for the same seed, and insists on the order of steps', () => {
    const of = (seed: number) => createExamplePool({ make: example, batch: 3, fresh: 1, size: 4, seed });
    const first = of(1);
    const second = of(1);
    for (let step = 0; step < 9; step++) expect(first(step)).toEqual(second(step));
    expect(() => first(3)).toThrow(/order/);
    expect(() => createExamplePool({ make: example, batch: 3, fresh: 0, size: 4, seed: 1 })).toThrow(/fresh/);
  });
});
