import { describe, expect, it } from 'vitest';
import { createRandom } from '../network/seeded-random.ts';
import { featureDistance, scaleForSelection } from './feature-distance.ts';
import { selectAtRandom } from './select-at-random.ts';
import { selectDiverse, selectHybrid } from './select-spread-out.ts';
import { selectUncertain } from './select-uncertain.ts';
import type { SelectedCandidate, SelectionCandidate } from './selection-candidate.ts';

const at = (x: number, y: number, uncertainty: number): SelectionCandidate => ({
  features: Float64Array.of(x, y),
  uncertainty,
});
const indices = (selected: readonly SelectedCandidate[]) => selected.map(({ index }) => index);

/** A cloud of 120 about the origin, and seven copies of one very uncertain picture at its rim. */
function cloud(seed: number): SelectionCandidate[] {
  const random = createRandom(seed);
  const plain = Array.from({ length: 120 }, () =>
    at(random.normal(), random.normal(), 5 + 20 * random.uniform()),
  );
  return [...plain, ...Array.from({ length: 7 }, () => at(2.5, -1.5, 60))];
}
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** The largest distance of a candidate to the nearest chosen one. */
const radius = (candidates: readonly SelectionCandidate[], chosen: readonly number[]) =>
  Math.max(
    ...candidates.map(({ features }) =>
      Math.min(...chosen.map((index) => featureDistance(features, candidates[index].features))),
    ),
  );

describe('selectUncertain', () => {
  it('takes the widest first, of equals the earlier', () => {
    const candidates = [at(0, 1, 7), at(2, 3, 19), at(4, 5, 11), at(6, 7, 19)];
    expect(selectUncertain(candidates, 3)).toEqual([
      { index: 1, score: 19, distance: null },
      { index: 3, score: 19, distance: null },
      { index: 2, score: 11, distance: null },
    ]);
  });
  it('refuses an uncertainty that is no width and a count that is no number of pictures', () => {
    expect(() => selectUncertain([at(0, 0, 3), at(0, 0, Number.NaN)], 1)).toThrow(
      'candidates[1].uncertainty',
    );
    expect(() => selectUncertain([], 1.5)).toThrow('count');
  });
});

describe('selectDiverse', () => {
  it('takes what is farthest from everything learned or chosen', () => {
    const candidates = [at(1, 0, 9), at(10, 0, 2), at(9, 0, 8), at(0, 6, 4)];
    const selected = selectDiverse(candidates, [Float64Array.of(0, 0)], 3);
    expect(indices(selected)).toEqual([1, 3, 0]);
    expect(selected.map(({ distance }) => distance)).toEqual([
      expect.closeTo(10 / Math.SQRT2, 12),
      expect.closeTo(6 / Math.SQRT2, 12),
      expect.closeTo(1 / Math.SQRT2, 12),
    ]);
  });
  it('begins with the most ordinary one when nothing is learned', () => {
    const candidates = [at(-8, 0, 1), at(0.5, 0, 2), at(8, 1, 3)];
    expect(selectDiverse(candidates, [], 2)).toEqual([
      { index: 1, score: expect.closeTo(0.75, 12), distance: null },
      { index: 0, score: expect.closeTo(8.5 / Math.SQRT2, 12), distance: expect.any(Number) },
    ]);
  });
  it('never fills a batch with copies', () => {
    const copies = Array.from({ length: 9 }, (_, i) => at(3, 4, 10 + i));
    expect(indices(selectDiverse([...copies, at(1, 1, 5)], [], 6))).toHaveLength(2);
    expect(selectDiverse(copies, [Float64Array.of(3, 4)], 6)).toEqual([]);
    expect(indices(selectHybrid([...copies, at(1, 1, 5)], [], 6))).toHaveLength(2);
  });
  it('covers the candidates with at most twice the radius of any other choice', () => {
    for (const seed of [11, 12, 13]) {
      const candidates = cloud(seed);
      const mine = radius(candidates, indices(selectDiverse(candidates, [], 8)));
      for (let lot = 0; lot < 40; lot++) {
        const theirs = radius(candidates, indices(selectAtRandom(candidates, 8, lot)));
        expect(mine).toBeLessThanOrEqual(2 * theirs);
      }
    }
  });
});

describe('selectHybrid', () => {
  it('stands between uncertainty and diversity in both', () => {
    const clouds = [1, 2, 3, 4, 5, 6, 7, 8].map(cloud);
    const figuresOf = (select: (candidates: SelectionCandidate[]) => SelectedCandidate[]) => {
      const chosen = clouds.map((candidates) => ({ candidates, indices: indices(select(candidates)) }));
      return {
        uncertainty: meanOf(
          chosen.flatMap(({ candidates, indices }) => indices.map((index) => candidates[index].uncertainty)),
        ),
        radius: meanOf(chosen.map(({ candidates, indices }) => radius(candidates, indices))),
      };
    };
    const diverse = figuresOf((candidates) => selectDiverse(candidates, [], 10));
    const hybrid = figuresOf((candidates) => selectHybrid(candidates, [], 10));
    const uncertain = figuresOf((candidates) => selectUncertain(candidates, 10));
    expect(hybrid.uncertainty).toBeGreaterThan(diverse.uncertainty);
    expect(hybrid.uncertainty).toBeLessThan(uncertain.uncertainty);
    expect(hybrid.radius).toBeGreaterThan(diverse.radius);
    expect(hybrid.radius).toBeLessThan(uncertain.radius);
  });
  it('is diversity at balance 0 and uncertainty without copies at balance 1', () => {
    const candidates = cloud(5);
    const learned = [Float64Array.of(0.2, 0.1)];
    expect(selectHybrid(candidates, learned, 12, 0)).toEqual(selectDiverse(candidates, learned, 12));
    const copies = new Set([121, 122, 123, 124, 125, 126]);
    const expected = indices(selectUncertain(candidates, 20)).filter((index) => !copies.has(index));
    expect(indices(selectHybrid(candidates, learned, 12, 1))).toEqual(expected.slice(0, 12));
  });
  it('weighs the distance by the uncertainty', () => {
    const candidates = [at(4, 0, 9), at(6, 0, 5), at(1, 0, 30)];
    // Products 36, 30, 30 (over √2).
    expect(selectHybrid(candidates, [Float64Array.of(0, 0)], 1)[0]).toMatchObject({
      index: 0,
      score: expect.closeTo(Math.sqrt(36 / Math.SQRT2), 12),
    });
    expect(() => selectHybrid(candidates, [], 1, 1.01)).toThrow('balance');
  });
});

describe('selectAtRandom', () => {
  it('gives the same lot for the same seed, another for another, nobody twice', () => {
    const candidates = cloud(6);
    const lot = indices(selectAtRandom(candidates, 30, 41));
    expect(indices(selectAtRandom(candidates, 30, 41))).toEqual(lot);
    expect(indices(selectAtRandom(candidates, 30, 42))).not.toEqual(lot);
    expect(new Set(lot).size).toBe(30);
    expect(indices(selectAtRandom(candidates, 500, 41)).sort((a, b) => a - b)).toEqual(
      candidates.map((_, index) => index),
    );
  });
  it('is fair', () => {
    const candidates = cloud(7).slice(0, 10);
    const times = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 4000; seed++) {
      for (const { index } of selectAtRandom(candidates, 3, seed)) times[index]++;
    }
    // 1200 expected, deviation 29: five deviations.
    for (const count of times) expect(Math.abs(count - 1200)).toBeLessThan(145);
  });
});

describe('scaleForSelection', () => {
  it('frees the distance from units and wild values', () => {
    const narrow = [1, 2, 3, 4, 5].map((value) => Float64Array.of(value, 1000 * value));
    const scaled = scaleForSelection(narrow);
    for (const vector of scaled) expect(vector[0]).toBeCloseTo(vector[1], 12);
    expect(meanOf(scaled.map(([first]) => first))).toBeCloseTo(0, 12);
    const many = Array.from({ length: 40 }, (_, i) => Float64Array.of(i === 0 ? 1e6 : i % 7));
    expect(Math.max(...scaleForSelection(many).map(([value]) => value))).toBe(3);
    expect(scaleForSelection([Float64Array.of(7)])).toEqual([Float64Array.of(7)]);
  });
  it('refuses vectors of two feature sets', () => {
    expect(() => featureDistance(Float64Array.of(1), Float64Array.of(1, 2))).toThrow('one feature set');
  });
});
