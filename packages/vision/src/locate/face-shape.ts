import { clockwise, convexHull, polygonCentroid, signedArea } from '../geometry/polygon.ts';
import type { ImagePoint } from '../image/value-image.ts';

/** Pose and size of an outline in its own frame; lengths in the outline's units. */
export interface FaceShape {
  readonly outline: readonly ImagePoint[];
  readonly centre: ImagePoint;
  /** Unit vector from the notch edge to the back. */
  readonly down: ImagePoint;
  /** Unit vector along the notch edge; `down` turned by a quarter anticlockwise on screen. */
  readonly across: ImagePoint;
  readonly corners: readonly [ImagePoint, ImagePoint, ImagePoint, ImagePoint];
  /** Median width over 10 to 60 % of the depth: above the bulge of the lips. */
  readonly width: number;
  /** Extent from the notch edge to the back. */
  readonly depth: number;
  readonly area: number;
  /** Area over area of the convex hull, 0 to 1. */
  readonly solidity: number;
  /** Area over area of the box along the face's axes, 0 to 1. */
  readonly rectangularity: number;
}

/** The direction in which most of a closed outline's edges run, modulo a quarter turn, radians in (-pi/4, pi/4].
 * Fourth circular moment of the edge directions weighted by length: for a rectangle or a symmetric trapezoid exactly
 * the direction of its axis, without a search. */
export function quarterTurnAxis(outline: readonly ImagePoint[]): number {
  let real = 0;
  let imaginary = 0;
  for (let i = 0; i < outline.length; i += 1) {
    const a = outline[i];
    const b = outline[(i + 1) % outline.length];
    const x = b.x - a.x;
    const y = b.y - a.y;
    const square = x * x + y * y;
    if (square === 0) continue;
    // (x + iy)^4 / |.|^3: length times the unit vector at four times the angle.
    const re2 = x * x - y * y;
    const im2 = 2 * x * y;
    const scale = square ** -1.5;
    real += (re2 * re2 - im2 * im2) * scale;
    imaginary += 2 * re2 * im2 * scale;
  }
  return Math.atan2(imaginary, real) / 4;
}

/** The four unit vectors along an outline's axes, starting near +x and turning clockwise on screen. */
export function axisDirections(angle: number): ImagePoint[] {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [
    { x: c, y: s },
    { x: -s, y: c },
    { x: -c, y: -s },
    { x: s, y: -c },
  ];
}

/** Describes an outline once it is known where its notch lies.
 * @param down - unit vector from the notch edge to the back */
export function faceShape(polygon: readonly ImagePoint[], down: ImagePoint): FaceShape {
  const outline = clockwise(polygon);
  const across = { x: down.y, y: -down.x };
  const box = extentAlong(outline, across, down);
  const area = signedArea(outline);
  const hull = convexHull(outline);
  const boxArea = (box.right - box.left) * (box.bottom - box.top);
  return {
    outline,
    centre: polygonCentroid(outline),
    down,
    across,
    corners: findCorners(outline, across, down, box),
    width: medianWidth(outline, across, down, box),
    depth: box.bottom - box.top,
    area,
    solidity: area / Math.max(1e-9, Math.abs(signedArea(hull))),
    rectangularity: area / Math.max(1e-9, boxArea),
  };
}

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Extent of a polygon along two perpendicular unit vectors. */
export function extentAlong(polygon: readonly ImagePoint[], across: ImagePoint, down: ImagePoint): Extent {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const point of polygon) {
    const u = point.x * across.x + point.y * across.y;
    const v = point.x * down.x + point.y * down.y;
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  return { left, right, top, bottom };
}

/** Farthest outline point towards each corner of the box, after scaling the box to a square. */
function findCorners(
  outline: readonly ImagePoint[],
  across: ImagePoint,
  down: ImagePoint,
  box: Extent,
): [ImagePoint, ImagePoint, ImagePoint, ImagePoint] {
  const us = Float64Array.from(
    outline,
    (point) => (point.x * across.x + point.y * across.y - box.left) / (box.right - box.left),
  );
  const vs = Float64Array.from(
    outline,
    (point) => (point.x * down.x + point.y * down.y - box.top) / (box.bottom - box.top),
  );
  const pick = (signU: number, signV: number): ImagePoint => {
    let best = 0;
    for (let i = 1; i < us.length; i += 1) {
      if (signU * us[i] + signV * vs[i] > signU * us[best] + signV * vs[best]) best = i;
    }
    return outline[best];
  };
  return [pick(-1, -1), pick(1, -1), pick(1, 1), pick(-1, 1)];
}

function medianWidth(
  outline: readonly ImagePoint[],
  across: ImagePoint,
  down: ImagePoint,
  box: Extent,
): number {
  return medianWidthBetween(outline, across, down, box, 0.1, 0.6);
}

/** ln of the median width near the back over that near the notch, if `down` leads from the notch to the back.
 * Positive on tough specimens: the tension side narrows under the notch, the compression side bulges. */
export function backBulge(outline: readonly ImagePoint[], down: ImagePoint): number {
  const across = { x: down.y, y: -down.x };
  const box = extentAlong(outline, across, down);
  const back = medianWidthBetween(outline, across, down, box, 0.72, 0.93);
  const notch = medianWidthBetween(outline, across, down, box, 0.07, 0.28);
  return Math.log(back / notch);
}

/** Median of the widths of 21 rows between two depths (shares of the extent along `down`). */
function medianWidthBetween(
  outline: readonly ImagePoint[],
  across: ImagePoint,
  down: ImagePoint,
  box: Extent,
  from: number,
  to: number,
): number {
  const widths: number[] = [];
  for (let k = 0; k < 21; k += 1) {
    const depth = from + ((to - from) * k) / 20;
    const width = widthAt(outline, across, down, box.top + depth * (box.bottom - box.top));
    if (width > 0) widths.push(width);
  }
  widths.sort((a, b) => a - b);
  return widths.length === 0 ? box.right - box.left : widths[widths.length >> 1];
}

/** Distance between the outermost crossings of the outline at one depth along `down`; negative when there is none. */
function widthAt(
  outline: readonly ImagePoint[],
  across: ImagePoint,
  down: ImagePoint,
  depth: number,
): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < outline.length; i += 1) {
    const a = outline[i];
    const b = outline[(i + 1) % outline.length];
    const va = a.x * down.x + a.y * down.y - depth;
    const vb = b.x * down.x + b.y * down.y - depth;
    if (va <= 0 === vb <= 0) continue;
    const part = va / (va - vb);
    const u = (a.x + part * (b.x - a.x)) * across.x + (a.y + part * (b.y - a.y)) * across.y;
    low = Math.min(low, u);
    high = Math.max(high, u);
  }
  return high - low;
}
