import type { ImagePoint } from '../image/value-image.ts';

/** Signed area in square pixels: positive when the points run clockwise as seen on screen (y down). */
export function signedArea(polygon: readonly ImagePoint[]): number {
  let twice = 0;
  for (let i = 0; i < polygon.length; i += 1) {
    const a = polygon[i];
    const b = polygon[(i + 1) % polygon.length];
    twice += a.x * b.y - b.x * a.y;
  }
  return twice / 2;
}

/** The polygon with its points clockwise on screen. */
export function clockwise(polygon: readonly ImagePoint[]): ImagePoint[] {
  return signedArea(polygon) >= 0 ? [...polygon] : [...polygon].reverse();
}

/** Centre of gravity of the enclosed area; the mean of the points when the area vanishes. */
export function polygonCentroid(polygon: readonly ImagePoint[]): ImagePoint {
  const area = signedArea(polygon);
  let x = 0;
  let y = 0;
  if (Math.abs(area) < 1e-9) {
    for (const point of polygon) {
      x += point.x / polygon.length;
      y += point.y / polygon.length;
    }
    return { x, y };
  }
  for (let i = 0; i < polygon.length; i += 1) {
    const a = polygon[i];
    const b = polygon[(i + 1) % polygon.length];
    const cross = a.x * b.y - b.x * a.y;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  return { x: x / (6 * area), y: y / (6 * area) };
}

export function polygonPerimeter(polygon: readonly ImagePoint[]): number {
  let length = 0;
  for (let i = 0; i < polygon.length; i += 1) {
    const a = polygon[i];
    const b = polygon[(i + 1) % polygon.length];
    length += Math.hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}

/** Convex hull (monotone chain), clockwise on screen, without collinear points. */
export function convexHull(points: readonly ImagePoint[]): ImagePoint[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (source: readonly ImagePoint[]): ImagePoint[] => {
    const chain: ImagePoint[] = [];
    for (const point of source) {
      while (chain.length >= 2) {
        const a = chain[chain.length - 2];
        const b = chain[chain.length - 1];
        if ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
