import { describe, expect, it } from 'vitest';
import { polygonPerimeter, signedArea } from './polygon.ts';
import { resampleOutline, simplifyOutline, smoothOutline } from './simplify-outline.ts';
import { traceContour } from './trace-contour.ts';

/** Smooth disc: 1 inside, 0 outside, linear over two cells. */
function disc(width: number, height: number, x: number, y: number, radius: number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => {
    const distance = Math.hypot((i % width) - x, Math.floor(i / width) - y);
    return Math.max(0, Math.min(1, 0.5 + (radius - distance) / 2));
  });
}

describe('traceContour', () => {
  it('traces a disc clockwise with sub-cell precision', () => {
    const contour = traceContour(disc(40, 30, 17.3, 14.6, 9), 40, 30, 0.5);
    expect(signedArea(contour)).toBeCloseTo(Math.PI * 81, -1);
    for (const point of contour) {
      expect(Math.hypot(point.x - 17.3, point.y - 14.6)).toBeCloseTo(9, 1);
    }
  });

  it('closes a region that touches the border along the border', () => {
    const contour = traceContour(new Float32Array(12).fill(1), 4, 3, 0.5);
    // The map is surrounded by zeros one cell away: the line lies half a cell outside the last centres.
    expect(Math.min(...contour.map((point) => point.x))).toBeCloseTo(-0.5, 6);
    expect(Math.max(...contour.map((point) => point.y))).toBeCloseTo(2.5, 6);
  });

  it('takes the longest of several loops', () => {
    const values = disc(60, 30, 12, 14, 4);
    const large = disc(60, 30, 40, 14, 10);
    values.forEach((value, i) => {
      values[i] = Math.max(value, large[i]);
    });
    expect(signedArea(traceContour(values, 60, 30, 0.5))).toBeCloseTo(Math.PI * 100, -1);
  });

  it('separates or joins diagonal cells by their mean', () => {
    const apart = traceContour(Float32Array.of(1, 0, 0, 1), 2, 2, 0.6);
    const joined = traceContour(Float32Array.of(1, 0.3, 0.3, 1), 2, 2, 0.6);
    expect(signedArea(joined)).toBeGreaterThan(1.5 * signedArea(apart));
  });

  it('finds nothing in an empty map', () => {
    expect(traceContour(new Float32Array(9), 3, 3, 0.5)).toEqual([]);
  });
});

describe('outline thinning', () => {
  const square = resampleOutline(
    [
      { x: 0, y: 0 },
      { x: 30, y: 0 },
      { x: 30, y: 20 },
      { x: 0, y: 20 },
    ],
    100,
  );

  it('resamples at equal steps', () => {
    expect(square).toHaveLength(100);
    expect(polygonPerimeter(square)).toBeCloseTo(100, 6);
  });

  it('keeps the corners of a rectangle when nearly all points go', () => {
    const thin = simplifyOutline(square, 4);
    expect(signedArea(thin)).toBeCloseTo(600, 6);
  });

  it('smooths without moving straight runs', () => {
    const smooth = smoothOutline(square);
    expect(smooth[15]).toEqual({ x: 15, y: 0 });
    expect(signedArea(smooth)).toBeGreaterThan(595);
  });
});
