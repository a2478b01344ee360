import { expect, it } from 'vitest';
import { rasterisePolygon } from './rasterise-polygon.ts';

/** Cover by brute force: 64 x 64 points a cell, even-odd rule. */
function sampledCover(polygon: readonly { x: number; y: number }[], width: number, height: number): number[] {
  const isInside = (x: number, y: number): boolean => {
    let isOdd = false;
    polygon.forEach((a, i) => {
      const b = polygon[(i + 1) % polygon.length];
      if (a.y <= y !== b.y <= y && x < a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y)) isOdd = !isOdd;
    });
    return isOdd;
  };
  return Array.from({ length: width * height }, (_, i) => {
    let hits = 0;
    for (let k = 0; k < 64 * 64; k += 1) {
      const x = (i % width) - 0.5 + ((k % 64) + 0.5) / 64;
      const y = Math.floor(i / width) - 0.5 + (Math.floor(k / 64) + 0.5) / 64;
      if (isInside(x, y)) hits += 1;
    }
    return hits / 4096;
  });
}

it('covers what sampled points say, inside, across and beyond the frame, with several spans in a row', () => {
  const polygons = [
    [
      { x: 2.3, y: 1.1 },
      { x: 10.8, y: 2.4 },
      { x: 9.2, y: 7.9 },
      { x: 1.4, y: 6.6 },
    ],
    [
      { x: -3, y: -2 },
      { x: 15, y: -1 },
      { x: 16, y: 12 },
      { x: -2, y: 11 },
    ],
    [
      { x: 1, y: 0.6 },
      { x: 4, y: 8 },
      { x: 6, y: 2 },
      { x: 8, y: 8.2 },
      { x: 11, y: 0.3 },
      { x: 6, y: 9.4 },
    ],
  ];
  for (const polygon of polygons) {
    const cover = rasterisePolygon(polygon, 13, 10);
    const sampled = sampledCover(polygon, 13, 10);
    cover.forEach((share, i) => {
      expect(Math.abs(share - sampled[i]), `cell ${i}`).toBeLessThan(0.07);
    });
  }
  expect([...rasterisePolygon(polygons[1], 13, 10)].every((share) => share === 1)).toBe(true);
});
