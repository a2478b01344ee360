import { describe, expect, it } from 'vitest';
import { demonstrationSeries } from './demonstration-series.ts';
import { readLikeATechnician } from './read-like-a-technician.ts';

describe('demonstrationSeries', () => {
  it('is the same every time, with unlike names, labelled and unlabelled specimens and one other thing', () => {
    const series = demonstrationSeries();
    expect(series).toEqual(demonstrationSeries());
    expect(new Set(series.map((picture) => picture.fileName)).size).toBe(series.length);
    expect(series.filter((picture) => picture.kind === 'specimen' && picture.isLabelled)).toHaveLength(22);
    expect(series.filter((picture) => picture.kind === 'specimen' && !picture.isLabelled)).toHaveLength(4);
    expect(series.filter((picture) => picture.kind === 'other-thing')).toHaveLength(1);
  });
});

describe('readLikeATechnician', () => {
  it('scatters around the truth by a few points and stays on the scale', () => {
    const errors = Array.from({ length: 400 }, (_, index) => readLikeATechnician(50, `S-${index}`) - 50);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    expect(Math.abs(mean)).toBeLessThan(0.6);
    expect(deviation).toBeGreaterThan(3);
    expect(deviation).toBeLessThan(4);
    for (let index = 0; index < 100; index++) {
      expect(readLikeATechnician(100, `E-${index}`)).toBeLessThanOrEqual(100);
      expect(readLikeATechnician(0, `E-${index}`)).toBeGreaterThanOrEqual(0);
    }
  });

  it('reads the same specimen alike', () => {
    expect(readLikeATechnician(42, 'S-1')).toBe(readLikeATechnician(42, 'S-1'));
  });
});
