import type { ImagePoint, RgbImage } from '../image/value-image.ts';
import { geometryFlags } from '../quality/geometry-flags.ts';
import type { FaceFinding, NotchSide } from './face-finding.ts';
import type { FaceShape } from './face-shape.ts';
import { pixelScale } from './specimen-width.ts';

/** What is known of a face besides its shape. */
export type SeenOfFace = Pick<
  FaceFinding,
  'confidence' | 'notchConfidence' | 'otherFaces' | 'acceptanceFeatures'
>;

/** A face whose shape is known in photograph pixels, with size, scale, sides and the flags of its geometry.
 * @throws RangeError when a given width or calibration is not positive */
export function findingOfShape(
  image: Pick<RgbImage, 'width' | 'height'>,
  shape: FaceShape,
  seen: SeenOfFace,
  known: { readonly widthMm?: number; readonly pxPerMm?: number },
): FaceFinding {
  const { down } = shape;
  const notchDirection = { x: -down.x, y: -down.y };
  const geometry = {
    outline: shape.outline,
    bbox: boundingBox(shape.outline),
    corners: shape.corners,
    notchSide: sideOf(notchDirection),
    notchDirection,
    down,
    // The frame's "up" is the notch: 0 when it is at the top, 90 when it is at the right.
    rotationDegrees: (Math.atan2(notchDirection.x, -notchDirection.y) * 180) / Math.PI,
    widthPx: shape.width,
    depthPx: shape.depth,
    ...pixelScale(shape, known),
    ...seen,
    areaPx: shape.area,
  };
  return { ...geometry, flags: geometryFlags(geometry, image) };
}

/** Points outside the picture, moved to its border. */
export function clampToPicture(
  points: readonly ImagePoint[],
  image: Pick<RgbImage, 'width' | 'height'>,
): ImagePoint[] {
  return points.map(({ x, y }) => ({
    x: Math.max(-0.5, Math.min(image.width - 0.5, x)),
    y: Math.max(-0.5, Math.min(image.height - 0.5, y)),
  }));
}

/** Smallest upright box of some points: x, y, width, height. */
export function boundingBox(points: readonly ImagePoint[]): [number, number, number, number] {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

function sideOf(direction: ImagePoint): NotchSide {
  if (Math.abs(direction.x) > Math.abs(direction.y)) return direction.x > 0 ? 'right' : 'left';
  return direction.y > 0 ? 'bottom' : 'top';
}
