import { describe, expect, it } from 'vitest';
import type { ImagePoint, RgbImage } from '../image/value-image.ts';
import { edgeSpread } from './edge-spread.ts';

const SIZE = 120;

/** A bright square on a dark ground whose rim rises from one to the other over `width` pixels. */
function square(width: number, bright = 200, dark = 50): RgbImage {
  const data = new Uint8Array(3 * SIZE * SIZE);
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const inside = 30 - Math.max(Math.abs(x - 59.5), Math.abs(y - 59.5));
      const share = Math.max(0, Math.min(1, 0.5 + inside / width));
      data.fill(Math.round(dark + share * (bright - dark)), 3 * (y * SIZE + x), 3 * (y * SIZE + x) + 3);
    }
  }
  return { width: SIZE, height: SIZE, data };
}

const outline: ImagePoint[] = [
  { x: 29.5, y: 29.5 },
  { x: 59.5, y: 29.5 },
  { x: 89.5, y: 29.5 },
  { x: 89.5, y: 59.5 },
  { x: 89.5, y: 89.5 },
  { x: 59.5, y: 89.5 },
  { x: 29.5, y: 89.5 },
  { x: 29.5, y: 59.5 },
];

describe('edgeSpread', () => {
  it('is the width of the ramp at the rim, at any contrast', () => {
    for (const width of [2, 4, 8]) {
      expect(Math.abs(edgeSpread(square(width), outline, 160, 1)! - width)).toBeLessThan(0.8);
      expect(Math.abs(edgeSpread(square(width, 160, 100), outline, 160, 1)! - width)).toBeLessThan(0.8);
    }
  });

  it('counts in samples: a finer photograph of the same rim is as sharp', () => {
    expect(Math.abs(edgeSpread(square(8), outline, 160, 4)! - 2)).toBeLessThan(0.8);
  });

  it('says nothing about a face that looks like what surrounds it', () => {
    expect(edgeSpread(square(2, 104, 100), outline, 160, 1)).toBeNull();
  });

  it('stays inside the picture', () => {
    const whole = [
      { x: -0.5, y: -0.5 },
      { x: SIZE - 0.5, y: -0.5 },
      { x: SIZE - 0.5, y: SIZE - 0.5 },
      { x: -0.5, y: SIZE - 0.5 },
    ];
    expect(edgeSpread(square(2), whole, 160, 1)).toBeNull();
  });
});
