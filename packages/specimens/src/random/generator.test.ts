import { describe, expect, it } from 'vitest';
import { createGenerator } from './generator.ts';

describe('createGenerator', () => {
  it('repeats the sequence of a seed and no other', () => {
    const take = (seed: number): number[] => {
      const random = createGenerator(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(take(12)).toEqual(take(12));
    expect(take(12)).not.toEqual(take(13));
  });

  it('draws uniform, normal and weighted numbers with the right moments', () => {
    const random = createGenerator(5);
    const count = 20_000;
    let uniform = 0;
    let normal = 0;
    let squared = 0;
    let heavy = 0;
    for (let i = 0; i < count; i++) {
      uniform += random.between(2, 4);
      const value = random.normal();
      normal += value;
      squared += value * value;
      if (
        random.pickWeighted([
          ['a', 1],
          ['b', 3],
        ] as const) === 'b'
      )
        heavy++;
    }
    expect(uniform / count).toBeCloseTo(3, 1);
    expect(normal / count).toBeCloseTo(0, 1);
    expect(squared / count).toBeCloseTo(1, 1);
    expect(heavy / count).toBeCloseTo(0.75, 1);
  });

  it('keeps integers inside both ends', () => {
    const random = createGenerator(1);
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(3, 6)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6]);
  });
});
