import type { ImagePoint } from '../image/value-image.ts';
import { polygonPerimeter } from './polygon.ts';

/** A closed outline resampled to `count` points at equal arc length, starting at its first point. */
export function resampleOutline(outline: readonly ImagePoint[], count: number): ImagePoint[] {
  const step = polygonPerimeter(outline) / count;
  const points: ImagePoint[] = [];
  let passed = 0;
  for (let i = 0; i < outline.length && points.length < count; i += 1) {
    const a = outline[i];
    const b = outline[(i + 1) % outline.length];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    while (points.length < count && points.length * step <= passed + length) {
      const part = length === 0 ? 0 : (points.length * step - passed) / length;
      points.push({ x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) });
    }
    passed += length;
  }
  return points;
}

/** One pass of the binomial filter (1 4 6 4 1) / 16 around a closed outline of equally spaced points. */
export function smoothOutline(outline: readonly ImagePoint[]): ImagePoint[] {
  const n = outline.length;
  return outline.map((point, i) => {
    const a = outline[(i + n - 2) % n];
    const b = outline[(i + n - 1) % n];
    const c = outline[(i + 1) % n];
    const d = outline[(i + 2) % n];
    return {
      x: (a.x + 4 * b.x + 6 * point.x + 4 * c.x + d.x) / 16,
      y: (a.y + 4 * b.y + 6 * point.y + 4 * c.y + d.y) / 16,
    };
  });
}

/** The `count` points of a closed outline that matter most for its area: corners stay, straight runs thin out.
 * @source M. Visvalingam, J. D. Whyatt, Line generalisation by repeated elimination of points,
 *   The Cartographic Journal 30 (1993) 46-51, doi:10.1179/000870493786962263 */
export function simplifyOutline(outline: readonly ImagePoint[], count: number): ImagePoint[] {
  const points = [...outline];
  const areaAt = (i: number): number => {
    const n = points.length;
    const a = points[(i + n - 1) % n];
    const b = points[i];
    const c = points[(i + 1) % n];
    return Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
  };
  const areas = points.map((_, i) => areaAt(i));
  while (points.length > Math.max(3, count)) {
    let least = 0;
    for (let i = 1; i < areas.length; i += 1) if (areas[i] < areas[least]) least = i;
    points.splice(least, 1);
    areas.splice(least, 1);
    const n = points.length;
    areas[(least + n - 1) % n] = areaAt((least + n - 1) % n);
    areas[least % n] = areaAt(least % n);
  }
  return points;
}
