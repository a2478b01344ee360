import { describe, expect, it } from 'vitest';
import { rasterisePolygon } from '../geometry/rasterise-polygon.ts';
import { OUTLINE_NAMES, outlineStatistics } from './outline-statistics.ts';

const maskOf = (corners: readonly (readonly [number, number])[]) => ({
  width: 120,
  height: 100,
  data: rasterisePolygon(
    corners.map(([x, y]) => ({ x, y })),
    120,
    100,
  ),
});
const named = (values: Float64Array, name: string) => values[OUTLINE_NAMES.indexOf(name)];

describe('outlineStatistics', () => {
  it('calls an undeformed face straight', () => {
    const values = outlineStatistics(
      maskOf([
        [9.5, 9.5],
        [109.5, 9.5],
        [109.5, 89.5],
        [9.5, 89.5],
      ]),
    );
    expect(named(values, 'outline-aspect')).toBeCloseTo(Math.log(100 / 80), 2);
    for (const name of OUTLINE_NAMES.slice(1)) expect(Math.abs(named(values, name))).toBeLessThan(0.02);
  });

  it('measures the bulge of the lips, also when only one side bulges', () => {
    const both = outlineStatistics(
      maskOf([
        [19.5, 9.5],
        [99.5, 9.5],
        [99.5, 49.5],
        [109.5, 89.5],
        [9.5, 89.5],
        [19.5, 49.5],
      ]),
    );
    expect(named(both, 'outline-bulge')).toBeCloseTo(0.24, 1);
    expect(named(both, 'outline-asymmetry')).toBeLessThan(0.01);
    const one = outlineStatistics(
      maskOf([
        [19.5, 9.5],
        [99.5, 9.5],
        [99.5, 89.5],
        [9.5, 89.5],
        [19.5, 49.5],
      ]),
    );
    expect(named(one, 'outline-asymmetry')).toBeGreaterThan(0.4);
  });

  it('answers zeros for a mask too small to have a shape', () => {
    expect(Array.from(outlineStatistics({ width: 4, height: 4, data: new Float32Array(16) }))).toEqual(
      new Array(OUTLINE_NAMES.length).fill(0),
    );
  });
});
