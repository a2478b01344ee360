import type { ImagePoint } from '@mlmcsc/vision';
import { type FaceFrame, toPicture } from '../face/face-frame.ts';
import { type FaceOutline, LIGAMENT_MM, traceOutline } from '../face/face-outline.ts';
import type { FaceRaster } from '../face/raster-face.ts';
import type { LinearCanvas } from '../scene/linear-canvas.ts';
import type { HalfPlacement } from '../scene/scene-spec.ts';
import type { FaceTruth, NotchSide } from './rendered-scene.ts';

/** Masks of the whole picture that every half writes its part of. */
export interface SceneMasks {
  readonly cleavage: Uint8Array;
  readonly face: Uint8Array;
  readonly notchBand: Uint8Array;
}

/** Width of the band under the notch edge that counts as `notchBandMask`, mm. */
export const NOTCH_BAND_MM = 1.5;

/** Writes one face's part of the masks and states its truth. A later half covers an earlier one where they overlap. */
export function traceTruth(
  canvas: LinearCanvas,
  masks: SceneMasks,
  raster: FaceRaster,
  frame: FaceFrame,
  outline: FaceOutline,
  half: HalfPlacement,
  index: number,
  widthMm: number,
): FaceTruth {
  let facePixels = 0;
  let cleavagePixels = 0;
  for (let row = 0; row < raster.height; row++) {
    for (let column = 0; column < raster.width; column++) {
      const from = row * raster.width + column;
      if (raster.inside[from]! <= 0) continue;
      const at = (raster.top + row) * canvas.width + raster.left + column;
      const cleaved = raster.score[from]! > 0 ? 1 : 0;
      masks.face[at] = index + 1;
      masks.cleavage[at] = cleaved;
      masks.notchBand[at] = raster.v[from]! < NOTCH_BAND_MM ? 1 : 0;
      facePixels++;
      cleavagePixels += cleaved;
    }
  }
  const sign = half.mirrored ? -1 : 1;
  const traced = traceOutline(outline).map((point) => toPicture(frame, point.u * sign, point.v));
  const points = half.mirrored ? reorderMirrored(traced) : traced;
  const middle = toPicture(frame, 0, LIGAMENT_MM / 2);
  const notch = toPicture(frame, 0, 0);
  const length = Math.hypot(notch.x - middle.x, notch.y - middle.y);
  const notchDirection = { x: (notch.x - middle.x) / length, y: (notch.y - middle.y) / length };
  const area = polygonArea(points);
  return {
    outline: points,
    cornerPoints: [
      toPicture(frame, -widthMm / 2, 0),
      toPicture(frame, widthMm / 2, 0),
      toPicture(frame, widthMm / 2, LIGAMENT_MM),
      toPicture(frame, -widthMm / 2, LIGAMENT_MM),
    ],
    notchDirection,
    notchSide: sideOf(notchDirection),
    pxPerMm: frame.pxPerMm,
    widthMm,
    shearPercent: facePixels === 0 ? 100 : 100 * (1 - cleavagePixels / facePixels),
    visibleShare: Math.min(1, facePixels / Math.max(area, 1)),
  };
}

/** A mirrored outline runs the other way round and begins at the right corner: turned back to the convention. */
function reorderMirrored(points: readonly ImagePoint[]): ImagePoint[] {
  const quarter = points.length / 4;
  const reversed = [...points].reverse();
  // Point `quarter` of the original (right corner of the notch edge) is the left corner of the mirror image.
  const start = points.length - 1 - quarter;
  return [...reversed.slice(start), ...reversed.slice(0, start)];
}

function sideOf(direction: ImagePoint): NotchSide {
  if (Math.abs(direction.x) > Math.abs(direction.y)) return direction.x > 0 ? 'right' : 'left';
  return direction.y > 0 ? 'bottom' : 'top';
}

/** Area of a closed polygon in square pixels; positive for clockwise ones (y down). */
export function polygonArea(points: readonly ImagePoint[]): number {
  let sum = 0;
  for (let i = 0; i < points.length; i++) {
    const from = points[i]!;
    const to = points[(i + 1) % points.length]!;
    sum += from.x * to.y - to.x * from.y;
  }
  return sum / 2;
}
