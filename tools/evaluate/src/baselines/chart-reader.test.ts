import { createRandom } from '@mlmcsc/learning/network';
import { describe, expect, it } from 'vitest';
import { drawSides, readChart, readSides } from './chart-reader.ts';

const DRAWS = 60_000;

/** Sections with both sides even over what there is, as the floors of published practice are computed. */
function evenSections<T>(use: (a: number, b: number) => T): T[] {
  const random = createRandom(17);
  return Array.from({ length: DRAWS }, () => use(10 * random.uniform(), 8 * random.uniform()));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const shearOf = (a: number, b: number): number => 100 * (1 - (a * b) / 80);

describe('a perfect eye with a chart', () => {
  it.each([
    [10, 2.45],
    [5, 1.24],
  ])('that has steps of %d errs by %d points on average', (step, floor) => {
    const errors = evenSections((a, b) => Math.abs(readChart(shearOf(a, b), step) - shearOf(a, b)));
    expect(mean(errors)).toBeCloseTo(floor, 1);
  });
});

describe('two dimensions read to half a millimetre', () => {
  it.each([
    [0, 1.07],
    [0.25, 1.99],
    [0.5, 3.49],
  ])('with a deviation of %d mm cost %d points on average', (deviationMm, floor) => {
    const random = createRandom(5);
    const reading = { deviationMm, isBoxed: false };
    const errors = evenSections((a, b) => Math.abs(readSides(a, b, 10, reading, random) - shearOf(a, b)));
    expect(Math.abs(mean(errors) - floor)).toBeLessThan(0.06);
  });

  it('read an ellipse of 8 x 6 mm as its box: 40 percent instead of 52.9', () => {
    const random = createRandom(5);
    const ellipse = Math.sqrt(Math.PI / 4);
    const reading = { deviationMm: 0, isBoxed: true };
    expect(shearOf(8 * ellipse, 6 * ellipse)).toBeCloseTo(52.9, 1);
    expect(readSides(8 * ellipse, 6 * ellipse, 10, reading, random)).toBe(40);
  });

  it('are drawn so that their product is the cleavage area', () => {
    const random = createRandom(8);
    for (const [shear, width] of [
      [0, 10],
      [37, 7.5],
      [98, 2.5],
    ]) {
      const [a, b] = drawSides(shear, width, random);
      expect(a).toBeLessThanOrEqual(width);
      expect(b).toBeLessThanOrEqual(8 + 1e-9);
      expect(100 * (1 - (a * b) / (8 * width))).toBeCloseTo(shear, 9);
    }
    expect(drawSides(100, 10, random)).toEqual([0, 0]);
  });
});
