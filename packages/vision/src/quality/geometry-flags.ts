import { polygonPerimeter } from '../geometry/polygon.ts';
import type { FaceFinding } from '../locate/face-finding.ts';
import type { QualityFlag } from './quality-flag.ts';
import { qualityFlag } from './quality-flag.ts';

/** Pixels per millimetre below which a face is measured with a warning: full size, and narrower specimens.
 * At 20 px/mm the full-size ligament is 200 x 160 px; one square millimetre is 1.25 points there and 2.5 on 5 mm. */
export const RESOLUTION_LIMIT = { fullSize: 20, subSize: 40 } as const;
/** Share of the outline that may run along the picture's border before the face counts as cut off. */
export const BORDER_LIMIT = { warning: 0.01, refuse: 0.03 } as const;
/** |ln| of left over right edge length, or of the aspect against the given width, that hints at a tilted camera. */
export const TILT_LIMIT = 0.16;
const NOTCH_LIMIT = 0.5;
const OUTLINE_LIMIT = 2.5;

/** Flags that follow from where and how large the face lies in the picture. */
export function geometryFlags(
  face: Omit<FaceFinding, 'flags'>,
  image: { readonly width: number; readonly height: number },
): QualityFlag[] {
  const flags: QualityFlag[] = [];
  const border = borderContact(face, image);
  if (border.share > BORDER_LIMIT.warning) {
    // Along three or four sides of the picture: cropped closely around a whole face rather than cut off.
    const isCut = border.share > BORDER_LIMIT.refuse && border.sides < 3;
    const severity = isCut ? 'refuse' : 'warning';
    flags.push(qualityFlag('partly-out-of-frame', severity, border.share, BORDER_LIMIT[severity]));
  }
  if (face.otherFaces > 0) {
    flags.push(qualityFlag('two-halves', 'info', face.otherFaces, 0));
  }
  const needed = face.widthMm >= 9.5 ? RESOLUTION_LIMIT.fullSize : RESOLUTION_LIMIT.subSize;
  // The estimate of the scale is a few percent uncertain: no flag within that.
  if (face.pxPerMm < 0.97 * needed) {
    const severity = face.pxPerMm < 0.3 * RESOLUTION_LIMIT.fullSize ? 'refuse' : 'warning';
    flags.push(qualityFlag('low-resolution', severity, face.pxPerMm, needed));
  }
  const tilt = tiltMeasure(face);
  if (tilt > TILT_LIMIT) {
    flags.push(qualityFlag('tilted', 'warning', tilt, TILT_LIMIT));
  }
  if (face.notchConfidence < NOTCH_LIMIT) {
    flags.push(qualityFlag('unsure-notch-side', 'warning', face.notchConfidence, NOTCH_LIMIT));
  }
  const ambiguity = face.acceptanceFeatures[1];
  if (ambiguity > OUTLINE_LIMIT) {
    flags.push(qualityFlag('unsure-outline', 'info', ambiguity, OUTLINE_LIMIT));
  }
  return flags;
}

/** Share of the outline's length within 1.5 pixels of the picture's border (or 1.2 % of the depth), and how many of
 * the picture's four sides it runs along for at least a tenth of its length. */
function borderContact(
  face: Pick<FaceFinding, 'outline' | 'depthPx'>,
  image: { readonly width: number; readonly height: number },
): { share: number; sides: number } {
  const near = Math.max(1.5, 0.012 * face.depthPx);
  const along = [0, 0, 0, 0];
  for (let i = 0; i < face.outline.length; i += 1) {
    const a = face.outline[i];
    const b = face.outline[(i + 1) % face.outline.length];
    const gaps = [
      (a.x + b.x) / 2 + 0.5,
      (a.y + b.y) / 2 + 0.5,
      image.width - 0.5 - (a.x + b.x) / 2,
      image.height - 0.5 - (a.y + b.y) / 2,
    ];
    const side = gaps.indexOf(Math.min(...gaps));
    if (gaps[side] < near) along[side] += Math.hypot(b.x - a.x, b.y - a.y);
  }
  const perimeter = Math.max(1e-9, polygonPerimeter(face.outline));
  return {
    share: along.reduce((sum, length) => sum + length, 0) / perimeter,
    sides: along.filter((length) => length > 0.1 * perimeter).length,
  };
}

/** Largest of: |ln(left edge / right edge)| and, when the width is known, |ln(seen aspect / nominal aspect)| less 0.1. */
function tiltMeasure(face: Omit<FaceFinding, 'flags'>): number {
  const [notchLeft, notchRight, backRight, backLeft] = face.corners;
  const left = Math.hypot(backLeft.x - notchLeft.x, backLeft.y - notchLeft.y);
  const right = Math.hypot(backRight.x - notchRight.x, backRight.y - notchRight.y);
  const sides = Math.abs(Math.log(Math.max(1e-6, left) / Math.max(1e-6, right)));
  if (face.isWidthInferred) return sides;
  const aspect = Math.abs(Math.log(face.widthPx / face.depthPx / (face.widthMm / 8)));
  return Math.max(sides, aspect - 0.1);
}
