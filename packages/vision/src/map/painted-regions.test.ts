import { describe, expect, it } from 'vitest';
import type { CanonicalPose } from '../rectify/canonical-pose.ts';
import { SURFACE_HEIGHT, SURFACE_WIDTH } from '../rectify/surface-input.ts';
import { PAINT, samplePaint } from './painted-regions.ts';

/** 3 photograph pixels a canonical cell, so 6 a cell of the map. */
const width = 6 * SURFACE_WIDTH;
const height = 6 * SURFACE_HEIGHT;
const upright: CanonicalPose = {
  ...{ origin: { x: 1, y: 1 }, across: { x: 1, y: 0 }, down: { x: 0, y: 1 } },
  scale: 3,
};

function painted(colourOf: (x: number, y: number) => readonly [number, number, number]) {
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(colourOf(x, y), 3 * (y * width + x));
  }
  return { width, height, data };
}

const at = (paint: Uint8Array, column: number, row: number) => paint[row * SURFACE_WIDTH + column];

describe('samplePaint', () => {
  it('gives each cell the colour that covers most of it, and nothing to other colours', () => {
    const regions = painted((x, y) => {
      if (y >= 360) return [0, 0, 255];
      if (x < 63) return [255, 0, 0];
      return x < 300 ? [0, 255, 0] : [254, 0, 0];
    });
    const paint = samplePaint(regions, upright);
    expect(at(paint, 9, 3)).toBe(PAINT.cleavage);
    // The border at 63 px halves the cell from 60 to 66: it tells nothing.
    expect(at(paint, 10, 3)).toBe(PAINT.none);
    expect(at(paint, 11, 3)).toBe(PAINT.shear);
    expect(at(paint, 60, 3)).toBe(PAINT.none);
    expect(at(paint, 9, 70)).toBe(PAINT.notSurface);
  });

  it('follows the pose: a face that lies on its side is painted on its side', () => {
    const turned: CanonicalPose = {
      ...{ origin: { x: width - 2, y: 1 }, across: { x: 0, y: 1 }, down: { x: -1, y: 0 } },
      scale: 3,
    };
    const paint = samplePaint(
      painted((x) => (x >= width - 60 ? [255, 0, 0] : [0, 255, 0])),
      turned,
    );
    expect([9, 11].map((row) => at(paint, 5, row))).toEqual([PAINT.cleavage, PAINT.shear]);
  });
});
