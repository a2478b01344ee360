import { signedArea } from '../geometry/polygon.ts';
import type { ImagePoint } from '../image/value-image.ts';
import type { DetectedBox } from './detected-box.ts';
import { boxCorners } from './detected-box.ts';

/** Greedy non-maximum suppression: of boxes that overlap more than the limit, the first stays.
 * @param boxes - surest first   @param mostOverlap - intersection over union, 0 to 1 */
export function suppressOverlaps(boxes: readonly DetectedBox[], mostOverlap: number): DetectedBox[] {
  const kept: DetectedBox[] = [];
  for (const box of boxes) {
    if (kept.every((other) => boxOverlap(box, other) <= mostOverlap)) kept.push(box);
  }
  return kept;
}

/** Intersection over union of two boxes, turned or not, 0 to 1. */
export function boxOverlap(a: DetectedBox, b: DetectedBox): number {
  const reach = Math.hypot(a.width, a.height) + Math.hypot(b.width, b.height);
  if (2 * Math.hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) > reach) return 0;
  const both = Math.abs(signedArea(clipConvex(boxCorners(a), boxCorners(b))));
  return both / (a.width * a.height + b.width * b.height - both);
}

/** The part of a polygon inside a convex one.
 * @param clip - clockwise on screen
 * @source I. Sutherland, G. Hodgman, Reentrant polygon clipping, Comm. ACM 17 (1974) 32-42 */
function clipConvex(polygon: readonly ImagePoint[], clip: readonly ImagePoint[]): ImagePoint[] {
  let part = [...polygon];
  clip.forEach((from, i) => {
    const to = clip[(i + 1) % clip.length];
    const side = (p: ImagePoint) => (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
    const next: ImagePoint[] = [];
    part.forEach((point, k) => {
      const before = part[(k + part.length - 1) % part.length];
      const [here, there] = [side(point), side(before)];
      if (here >= 0 !== there >= 0) {
        const share = there / (there - here);
        next.push({
          x: before.x + share * (point.x - before.x),
          y: before.y + share * (point.y - before.y),
        });
      }
      if (here >= 0) next.push(point);
    });
    part = next;
  });
  return part;
}
