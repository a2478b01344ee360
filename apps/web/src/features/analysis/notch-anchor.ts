import type { NotchSide } from '@mlmcsc/contracts';

/** A point in pixels of the oriented picture. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

const DIRECTIONS: Readonly<Record<NotchSide, PicturePoint>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** Where the face's edge lies on its notch side: the last crossing of the outline on the way from the centre of its
 * box towards that side. Null for an outline that is not crossed (fewer than three points). */
export function notchAnchor(
  outline: readonly (readonly number[])[],
  side: NotchSide,
): { point: PicturePoint; direction: PicturePoint } | null {
  const points = outline.map(([x = 0, y = 0]) => ({ x, y }));
  if (points.length < 3) return null;
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const centre = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  const direction = DIRECTIONS[side];
  let farthest = Number.NEGATIVE_INFINITY;
  for (const [index, from] of points.entries()) {
    const to = points[(index + 1) % points.length] ?? from;
    const distance = crossing(centre, direction, from, to);
    if (distance !== null && distance > farthest) farthest = distance;
  }
  if (!(farthest > 0)) return null;
  return {
    point: { x: centre.x + direction.x * farthest, y: centre.y + direction.y * farthest },
    direction,
  };
}

/** Distance along the ray (origin, axis-parallel unit direction) to the segment; null when it is missed. */
function crossing(
  origin: PicturePoint,
  direction: PicturePoint,
  from: PicturePoint,
  to: PicturePoint,
): number | null {
  const isVertical = direction.x === 0;
  const [fromAcross, toAcross, originAcross] = isVertical
    ? [from.x, to.x, origin.x]
    : [from.y, to.y, origin.y];
  const [fromAlong, toAlong, originAlong] = isVertical ? [from.y, to.y, origin.y] : [from.x, to.x, origin.x];
  if (fromAcross > originAcross === toAcross > originAcross) return null;
  const share = (originAcross - fromAcross) / (toAcross - fromAcross);
  const along = fromAlong + share * (toAlong - fromAlong);
  return (along - originAlong) * (isVertical ? direction.y : direction.x);
}
