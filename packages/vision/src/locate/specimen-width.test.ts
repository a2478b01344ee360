import { describe, expect, it } from 'vitest';
import { pixelScale, STANDARD_WIDTHS_MM } from './specimen-width.ts';

describe('pixelScale', () => {
  it('reads the nominal width off the proportions', () => {
    for (const widthMm of STANDARD_WIDTHS_MM) {
      const scale = pixelScale({ width: 31 * widthMm, depth: 31 * 8 }, {});
      expect(scale.widthMm).toBe(widthMm);
      expect(scale.isWidthInferred).toBe(true);
      expect(scale.pxPerMm).toBeCloseTo(31, 9);
    }
  });

  it('uses a known width, and a calibration before it', () => {
    expect(pixelScale({ width: 300, depth: 165 }, { widthMm: 7.5 }).pxPerMm).toBe(30);
    expect(pixelScale({ width: 300, depth: 170 }, { widthMm: 7.5, pxPerMm: 38.2 }).pxPerMm).toBe(38.2);
  });

  it('refuses a width that is not positive', () => {
    expect(() => pixelScale({ width: 1, depth: 1 }, { widthMm: 0 })).toThrow(/widthMm/);
  });
});
