import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockwise, convexHull, polygonCentroid, polygonPerimeter, signedArea } from './polygon.ts';
import { rasterisePolygon } from './rasterise-polygon.ts';

const rectangle = [
  { x: 1, y: 2 },
  { x: 5, y: 2 },
  { x: 5, y: 9 },
  { x: 1, y: 9 },
];

describe('polygon measures', () => {
  it('calls a polygon that runs clockwise on screen positive', () => {
    expect(signedArea(rectangle)).toBe(28);
    expect(signedArea([...rectangle].reverse())).toBe(-28);
    expect(signedArea(clockwise([...rectangle].reverse()))).toBe(28);
  });

  it('finds centroid and perimeter', () => {
    expect(polygonCentroid(rectangle)).toEqual({ x: 3, y: 5.5 });
    expect(polygonPerimeter(rectangle)).toBe(22);
  });

  it('takes the mean of the points when the polygon has no area', () => {
    expect(
      polygonCentroid([
        { x: 0, y: 0 },
        { x: 2, y: 2 },
      ]),
    ).toEqual({ x: 1, y: 1 });
  });

  it('drops inner and collinear points from the hull and keeps it clockwise', () => {
    const hull = convexHull([...rectangle, { x: 3, y: 4 }, { x: 3, y: 2 }]);
    expect(hull).toHaveLength(4);
    expect(signedArea(hull)).toBe(28);
  });
});

describe('rasterisePolygon', () => {
  it('covers cells by the share of their area', () => {
    const half = [
      { x: -0.5, y: -0.5 },
      { x: 0, y: -0.5 },
      { x: 0, y: 1.5 },
      { x: -0.5, y: 1.5 },
    ];
    expect(Array.from(rasterisePolygon(half, 2, 2))).toEqual([0.5, 0, 0.5, 0]);
  });

  it('keeps the area of any rotated rectangle inside the grid', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6.3, noNaN: true }),
        fc.double({ min: 3, max: 14, noNaN: true }),
        fc.double({ min: 3, max: 9, noNaN: true }),
        (angle, width, height) => {
          const c = Math.cos(angle);
          const s = Math.sin(angle);
          const polygon = [
            [-1, -1],
            [1, -1],
            [1, 1],
            [-1, 1],
          ].map(([i, j]) => ({
            x: 20 + (i * c * width - j * s * height) / 2,
            y: 16 + (i * s * width + j * c * height) / 2,
          }));
          const cover = rasterisePolygon(polygon, 40, 32);
          const area = cover.reduce((sum, share) => sum + share, 0);
          // An edge along the rows is placed to half a sub-line, 1/16 of a cell.
          expect(Math.abs(area - width * height)).toBeLessThan(
            0.01 * width * height + Math.max(width, height) / 8,
          );
        },
      ),
    );
  });
});
