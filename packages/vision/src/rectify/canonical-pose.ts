import type { ImagePoint } from '../image/value-image.ts';

/** Size of the canonical frame in surface-network cells; the notch edge is at the top. */
export const CANONICAL_WIDTH = 192;
export const CANONICAL_HEIGHT = 160;
/** Free cells between the outline's extent and the frame. */
export const CANONICAL_MARGIN = 3;

/** Similarity between photograph and canonical frame (rotation, one scale, shift: never mirrored).
 * Because the scale is the same everywhere, an area fraction in the frame is the area fraction in the photograph. */
export interface CanonicalPose {
  /** Photograph position (pixels) of canonical (0, 0), the centre of its first cell. */
  readonly origin: ImagePoint;
  /** Unit vector in the photograph of canonical x (along the notch). */
  readonly across: ImagePoint;
  /** Unit vector in the photograph of canonical y (from the notch to the back). */
  readonly down: ImagePoint;
  /** Photograph pixels per canonical cell. */
  readonly scale: number;
}

/** Places a deformed outline in the canonical frame: notch edge at the top margin, centred sideways, as large as fits.
 * @param outline - photograph pixels, at least 3 points
 * @param down - direction in the photograph from the notch edge to the opposite side; need not be of unit length
 * @throws RangeError when the outline is degenerate or `down` is zero */
export function canonicalPose(outline: readonly ImagePoint[], down: ImagePoint): CanonicalPose {
  const length = Math.hypot(down.x, down.y);
  if (outline.length < 3 || !(length > 0)) {
    throw new RangeError(
      `outline of ${outline.length} points, direction length ${length}: needs 3 and more than 0`,
    );
  }
  const v = { x: down.x / length, y: down.y / length };
  const u = { x: v.y, y: -v.x };
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const point of outline) {
    const a = point.x * u.x + point.y * u.y;
    const b = point.x * v.x + point.y * v.y;
    left = Math.min(left, a);
    right = Math.max(right, a);
    top = Math.min(top, b);
    bottom = Math.max(bottom, b);
  }
  const scale = Math.max(
    (right - left) / (CANONICAL_WIDTH - 2 * CANONICAL_MARGIN),
    (bottom - top) / (CANONICAL_HEIGHT - 2 * CANONICAL_MARGIN),
  );
  if (!(right > left && bottom > top)) throw new RangeError('outline has no extent');
  const a0 = (left + right) / 2 - ((CANONICAL_WIDTH - 1) / 2) * scale;
  const b0 = top - (CANONICAL_MARGIN - 0.5) * scale;
  return { origin: { x: a0 * u.x + b0 * v.x, y: a0 * u.y + b0 * v.y }, across: u, down: v, scale };
}

/** Photograph pixels of a canonical point (cells). */
export function canonicalToPhoto(pose: CanonicalPose, point: ImagePoint): ImagePoint {
  const { origin, across, down, scale } = pose;
  return {
    x: origin.x + scale * (point.x * across.x + point.y * down.x),
    y: origin.y + scale * (point.x * across.y + point.y * down.y),
  };
}

/** Canonical cells of a photograph point (pixels). */
export function photoToCanonical(pose: CanonicalPose, point: ImagePoint): ImagePoint {
  const dx = (point.x - pose.origin.x) / pose.scale;
  const dy = (point.y - pose.origin.y) / pose.scale;
  return {
    x: dx * pose.across.x + dy * pose.across.y,
    y: dx * pose.down.x + dy * pose.down.y,
  };
}
