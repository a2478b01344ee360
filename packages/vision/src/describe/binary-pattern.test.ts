import { describe, expect, it } from 'vitest';
import { binaryPatternHistogram, PATTERN_BINS } from './binary-pattern.ts';
import { textureOf } from './test-texture.ts';

describe('binaryPatternHistogram', () => {
  it('puts a flat texture, and noise below the tolerance, into the bin without set bits', () => {
    const flat = binaryPatternHistogram(textureOf(16, (x, y) => 0.02 * ((x + y) % 2)));
    expect(flat[0]).toBe(1);
  });

  it('knows a bright dot, its eight neighbours and the rest', () => {
    const dot = binaryPatternHistogram(textureOf(7, (x, y) => (x === 3 && y === 3 ? 1 : 0)));
    // 25 inner samples: the 8 around the dot see one set bit, all others none.
    expect(dot[1]).toBeCloseTo(8 / 25, 9);
    expect(dot[0]).toBeCloseTo(17 / 25, 9);
  });

  it('does not change when the texture is turned by a quarter', () => {
    const value = (x: number, y: number) => Math.sin(0.9 * x + 0.2 * y) + Math.cos(1.7 * y);
    const turned = binaryPatternHistogram(textureOf(40, (x, y) => value(39 - y, x)));
    const upright = binaryPatternHistogram(textureOf(40, value));
    expect(Array.from(turned)).toEqual(Array.from(upright));
    expect(upright).toHaveLength(PATTERN_BINS);
    expect(upright.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});
