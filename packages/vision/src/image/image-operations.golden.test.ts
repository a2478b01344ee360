import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distanceToEdge } from '../geometry/distance-to-edge.ts';
import { rasterisePolygon } from '../geometry/rasterise-polygon.ts';
import { localStatistics } from './local-statistics.ts';
import { resampleRegion } from './resample-region.ts';

/** Made by OpenCV, SciPy and scikit-image; see test/golden/image-operations. */
const references = JSON.parse(
  readFileSync(new URL('../../test/golden/image-operations/references.json', import.meta.url), 'utf8'),
) as Record<string, number[]> & { polygon: [number, number][] };
const width = 24;
const height = 18;
const data = Uint8Array.from({ length: 3 * width * height }, (_, i) => {
  const x = Math.floor(i / 3) % width;
  const y = Math.floor(i / (3 * width));
  return (37 * x + 91 * y + 7 * x * y + 53 * (i % 3)) % 251;
});
const image = { width, height, data };
const whole = { left: 0, top: 0, width, height };
const grey = Float32Array.from({ length: width * height }, (_, i) => data[3 * i]);

function largestDifference(values: ArrayLike<number>, wanted: readonly number[]): number {
  expect(values.length).toBe(wanted.length);
  return wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - values[i])), 0);
}

describe('image operations', () => {
  it.each([
    ['shrunk_by_three', 8, 6],
    ['shrunk_to_7_by_5', 7, 5],
    ['enlarged_to_60_by_45', 60, 45],
  ])('resample as OpenCV does: %s', (name, columns, rows) => {
    const { data: values } = resampleRegion(image, whole, columns, rows);
    expect(largestDifference(values, references[name])).toBeLessThan(0.01);
  });

  it('take window statistics as SciPy does', () => {
    const ones = new Float32Array(grey.length).fill(1);
    const { mean, deviation } = localStatistics(grey, ones, width, height, 2);
    expect(largestDifference(mean, references.window_mean)).toBeLessThan(0.01);
    expect(largestDifference(deviation, references.window_deviation)).toBeLessThan(0.01);
  });

  it('cover a concave polygon as scikit-image does', () => {
    const cover = rasterisePolygon(
      references.polygon.map(([x, y]) => ({ x, y })),
      width,
      height,
    );
    expect(largestDifference(cover, references.polygon_cover)).toBeLessThan(0.05);
    const area = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
    expect(area(cover) / area(references.polygon_cover)).toBeCloseTo(1, 2.5);
  });

  it('measure distances within the bound of the chamfer', () => {
    const distance = distanceToEdge(Float32Array.from(references.inside), width, height);
    references.euclidean_distance.forEach((exact, i) => {
      expect(Math.abs(distance[i] - exact)).toBeLessThanOrEqual(0.081 * exact);
    });
  });
});
