import type { ImagePoint } from '../image/value-image.ts';

/** A face as a detector sees it: a rectangle in the photograph, perhaps turned. */
export interface DetectedBox {
  readonly centre: ImagePoint;
  /** Extent along the box's first axis, pixels. */
  readonly width: number;
  readonly height: number;
  /** Clockwise turn of the first axis on screen, radians; null = the detector gives upright boxes only. */
  readonly angle: number | null;
  /** 0 to 1. */
  readonly score: number;
}

/** Corners of a box, clockwise on screen, from the one that is top left when it is not turned. */
export function boxCorners({
  centre,
  width,
  height,
  angle,
}: DetectedBox): [ImagePoint, ImagePoint, ImagePoint, ImagePoint] {
  const c = Math.cos(angle ?? 0);
  const s = Math.sin(angle ?? 0);
  const corner = (u: number, v: number): ImagePoint => ({
    x: centre.x + 0.5 * (u * width * c - v * height * s),
    y: centre.y + 0.5 * (u * width * s + v * height * c),
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
