import type { ImagePoint } from '@mlmcsc/vision';
import type { HalfPlacement } from '../scene/scene-spec.ts';
import { LIGAMENT_MM } from './face-outline.ts';

/** Map between a face's own axes (u, v in mm, notch edge at v = 0) and the picture's pixels: a weak perspective. */
export interface FaceFrame {
  readonly pxPerMm: number;
  readonly cosine: number;
  readonly sine: number;
  /** Pixel of the ligament's middle. */
  readonly centre: ImagePoint;
  readonly perspectiveX: number;
  readonly perspectiveY: number;
}

/** Frame of a half in a picture of the given size. */
export function createFaceFrame(
  half: HalfPlacement,
  width: number,
  height: number,
  scale: number,
): FaceFrame {
  const turn = (half.rotationDegrees * Math.PI) / 180;
  return {
    pxPerMm: half.pxPerMm * scale,
    cosine: Math.cos(turn),
    sine: Math.sin(turn),
    centre: { x: half.centreX * width - 0.5, y: half.centreY * height - 0.5 },
    perspectiveX: half.perspectiveX,
    perspectiveY: half.perspectiveY,
  };
}

/** Picture point of a face point. */
export function toPicture(frame: FaceFrame, u: number, v: number): ImagePoint {
  const dv = v - LIGAMENT_MM / 2;
  const scale = frame.pxPerMm / (1 + frame.perspectiveX * u + frame.perspectiveY * dv);
  return {
    x: frame.centre.x + scale * (u * frame.cosine - dv * frame.sine),
    y: frame.centre.y + scale * (u * frame.sine + dv * frame.cosine),
  };
}

/** Face point of a picture point; `out` receives u and v in mm. */
export function toFace(frame: FaceFrame, x: number, y: number, out: { u: number; v: number }): void {
  const dx = (x - frame.centre.x) / frame.pxPerMm;
  const dy = (y - frame.centre.y) / frame.pxPerMm;
  const a = dx * frame.cosine + dy * frame.sine;
  const b = dy * frame.cosine - dx * frame.sine;
  const scale = 1 / (1 - frame.perspectiveX * a - frame.perspectiveY * b);
  out.u = a * scale;
  out.v = b * scale + LIGAMENT_MM / 2;
}
