import { describe, expect, it } from 'vitest';
import { renderScene } from '../render-scene.ts';
import { demonstrationSeries } from './demonstration-series.ts';

describe('demonstrationSeries', () => {
  it('covers both shelves and the transition, by heat and temperature', () => {
    const series = demonstrationSeries(60);
    expect(new Set(series.map((specimen) => specimen.id)).size).toBe(60);
    expect(new Set(series.map((specimen) => specimen.heat)).size).toBe(3);
    const shear = series.map((specimen) => specimen.shearPercent);
    expect(shear[0]).toBe(0);
    expect(shear[1]).toBe(100);
    for (const [low, high] of [
      [0, 20],
      [20, 50],
      [50, 80],
      [80, 100],
    ] as const) {
      expect(shear.filter((value) => value >= low && value <= high).length).toBeGreaterThan(5);
    }
  });

  it('gets tougher with temperature within a heat', () => {
    const heat = demonstrationSeries(120).filter((specimen) => specimen.heat === 'K2');
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const cold = heat.filter((specimen) => specimen.temperatureCelsius < -10);
    const warm = heat.filter((specimen) => specimen.temperatureCelsius > 30);
    expect(mean(warm.map((specimen) => specimen.shearPercent))).toBeGreaterThan(
      mean(cold.map((specimen) => specimen.shearPercent)) + 40,
    );
  });

  it('renders what the label says', () => {
    for (const specimen of demonstrationSeries(4)) {
      const { faces } = renderScene({ ...specimen.spec, resolutionScale: 0.3 }).truth;
      expect(faces[0]!.shearPercent).toBeCloseTo(specimen.shearPercent, 0);
    }
  });

  it('refuses a count that makes no series', () => {
    expect(() => demonstrationSeries(0)).toThrow(RangeError);
    expect(() => demonstrationSeries(2.5)).toThrow(/count is 2.5/);
  });
});
