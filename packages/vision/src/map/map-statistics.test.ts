import { describe, expect, it } from 'vitest';
import { MAP_STATISTIC_NAMES, mapStatistics } from './map-statistics.ts';

const WIDTH = 40;
const HEIGHT = 32;
const full = new Float32Array(WIDTH * HEIGHT).fill(1);
const mapOf = (value: (x: number, y: number) => number) =>
  Float32Array.from(full, (_, i) => value(i % WIDTH, Math.floor(i / WIDTH)));
const named = (values: Float64Array, name: (typeof MAP_STATISTIC_NAMES)[number]) =>
  values[MAP_STATISTIC_NAMES.indexOf(name)];

describe('mapStatistics', () => {
  it('reads percent shear off the map: cleavage is what is missing from 100', () => {
    const values = mapStatistics(
      mapOf((x) => (x < 10 ? 1 : 0)),
      full,
      WIDTH,
      HEIGHT,
    );
    expect(named(values, 'map-shear')).toBeCloseTo(75, 9);
    expect(named(values, 'map-shear-at-50')).toBeCloseTo(75, 9);
    expect(named(values, 'map-entropy')).toBe(0);
    expect(values).toHaveLength(MAP_STATISTIC_NAMES.length);
  });

  it('reaches exactly 0 and 100', () => {
    expect(named(mapStatistics(full, full, WIDTH, HEIGHT), 'map-shear')).toBe(0);
    expect(
      named(
        mapStatistics(
          mapOf(() => 0),
          full,
          WIDTH,
          HEIGHT,
        ),
        'map-shear',
      ),
    ).toBe(100);
  });

  it('weighs cells by the cover of the outline', () => {
    const mask = mapOf((x) => (x < 20 ? 1 : 0.25));
    const values = mapStatistics(
      mapOf((x) => (x < 20 ? 1 : 0)),
      mask,
      WIDTH,
      HEIGHT,
    );
    expect(named(values, 'map-shear')).toBeCloseTo(20, 9);
  });

  it('separates undecided from decided maps and thresholds', () => {
    const values = mapStatistics(
      mapOf(() => 0.4),
      full,
      WIDTH,
      HEIGHT,
    );
    expect(named(values, 'map-shear')).toBeCloseTo(60, 5);
    expect(named(values, 'map-shear-at-30')).toBe(0);
    expect(named(values, 'map-shear-at-50')).toBe(100);
    expect(named(values, 'map-entropy')).toBeCloseTo(0.971, 3);
  });

  it('places cleavage by zone and depth, and measures islands', () => {
    const values = mapStatistics(
      mapOf((x, y) => ((y < 5 && x < 30) || (y > 28 && x > 35) ? 1 : 0)),
      full,
      WIDTH,
      HEIGHT,
    );
    expect(named(values, 'map-cleavage-notch')).toBeGreaterThan(0.5);
    expect(named(values, 'map-cleavage-centre')).toBe(0);
    expect(named(values, 'map-depth-shift')).toBeLessThan(-0.2);
    expect(named(values, 'map-largest-island')).toBeCloseTo(150 / 162, 6);
  });

  it('refuses an empty mask and wrong shapes', () => {
    expect(() => mapStatistics(full, new Float32Array(full.length), WIDTH, HEIGHT)).toThrow(/empty/);
    expect(() => mapStatistics(full, full, WIDTH, 3)).toThrow(RangeError);
  });
});
