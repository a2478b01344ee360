import { expect, it } from 'vitest';
import { type SelectionWay, selectNext } from './select-next.ts';

it('chooses as each way says', () => {
  const one = (x: number, uncertainty: number) => ({ features: Float64Array.of(x), uncertainty });
  const choice = { candidates: [one(1, 40), one(9, 2), one(5, 20)], learned: [Float64Array.of(0)] };
  const first = (way: SelectionWay, seed = 0) => selectNext(way, choice, 1, seed)[0].index;
  expect([first('uncertainty'), first('diversity'), first('hybrid')]).toEqual([0, 1, 2]);
  expect(new Set(Array.from({ length: 30 }, (_, seed) => first('random', seed))).size).toBe(3);
});
