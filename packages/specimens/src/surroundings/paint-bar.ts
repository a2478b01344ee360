import { type FaceFrame, toFace, toPicture } from '../face/face-frame.ts';
import { LIGAMENT_MM, NOTCH_DEPTH_MM } from '../face/face-outline.ts';
import { addShading, tabulateShading } from '../light/shading-table.ts';
import { createNoiseTable, gradientNoise } from '../random/noise.ts';
import { blendPixel, type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import type { HalfPlacement, SceneSpec } from '../scene/scene-spec.ts';

/** Paints the bar behind the face: its shadow on the bench, its ground sides as far as they show, and the notch's flank.
 *
 * Seen end on, the flank of a 45 degree V notch leans back by 22.5 degrees from the face's plane, so it shows as a smooth band of
 * 2 mm above the notch edge. It is machined surface and no part of the face.
 */
export function paintBar(
  canvas: LinearCanvas,
  spec: SceneSpec,
  half: HalfPlacement,
  frame: FaceFrame,
  seed: number,
): void {
  const { background, light } = spec;
  const { width, height, data } = canvas;
  const halfWidth = spec.specimen.widthMm / 2;
  const top = half.notchFlank === 'hidden' ? 0.05 : -NOTCH_DEPTH_MM;
  const margin =
    0.3 + Math.max(Math.abs(background.shadowX), Math.abs(background.shadowY)) + background.shadowBlurMm;
  const reachU = halfWidth + margin + Math.abs(half.sideX);
  const reachV = margin + Math.abs(half.sideY);
  const corners = [
    toPicture(frame, -reachU, top - reachV),
    toPicture(frame, reachU, top - reachV),
    toPicture(frame, reachU, LIGAMENT_MM + reachV),
    toPicture(frame, -reachU, LIGAMENT_MM + reachV),
  ];
  const left = Math.max(0, Math.floor(Math.min(...corners.map((corner) => corner.x))));
  const right = Math.min(width, Math.ceil(Math.max(...corners.map((corner) => corner.x))) + 1);
  const first = Math.max(0, Math.floor(Math.min(...corners.map((corner) => corner.y))));
  const last = Math.min(height, Math.ceil(Math.max(...corners.map((corner) => corner.y))) + 1);
  const machined = tabulateShading(light, 0.17, 0.14, 16);
  const table = createNoiseTable(seed);
  const colour = new Float64Array(3);
  const point = { u: 0, v: 0 };
  const feather = 0.7 / frame.pxPerMm;
  // The shadow falls in picture axes; the bar's section is known in the face's.
  const shadowU = background.shadowX * frame.cosine + background.shadowY * frame.sine;
  const shadowV = background.shadowY * frame.cosine - background.shadowX * frame.sine;
  const blur = Math.max(background.shadowBlurMm, 0.1);
  const flankSlope = half.notchFlank === 'dark' ? 1.1 : half.notchFlank === 'bright' ? 0.05 : 0.41;
  const flankGain = half.notchFlank === 'dark' ? 0.35 : half.notchFlank === 'bright' ? 1.25 : 0.9;
  // A side wall's normal lies nearly in the picture plane, so it catches light from its own side only.
  const outX = half.sideX * frame.cosine - half.sideY * frame.sine;
  const outY = half.sideX * frame.sine + half.sideY * frame.cosine;
  const sideSlope = -2.2 / Math.max(Math.hypot(outX, outY), 1e-6);
  const sideSlopeX = sideSlope * outX;
  const sideSlopeY = sideSlope * outY;
  for (let row = first; row < last; row++) {
    const fallY = 1 + light.falloffY * (row / height - 0.5);
    for (let column = left; column < right; column++) {
      toFace(frame, column, row, point);
      const u = point.u;
      const v = point.v;
      // The face will cover the middle of the section anyway.
      if (v > 0.3 && v < LIGAMENT_MM - 1.5 && Math.abs(u) < halfWidth - 1.3) continue;
      const at = 3 * (row * width + column);
      const fall = fallY * (1 + light.falloffX * (column / width - 0.5));
      const section = rectangleDistance(u, v, halfWidth, top);
      if (section < feather) {
        if (section > -margin) {
          const shadow = rectangleDistance(u - shadowU, v - shadowV, halfWidth + 0.2, top - 0.2);
          const contact = 0.7 * smoothStep(-blur * 0.8, 0, section);
          const bright = 1 - background.shadowStrength * Math.max(smoothStep(-blur, blur, shadow), contact);
          data[at]! *= bright;
          data[at + 1]! *= bright;
          data[at + 2]! *= bright;
        }
        const depth = sweepDepth(u, v, half.sideX, half.sideY, halfWidth, top);
        if (depth <= 1) {
          const ground =
            1 + 0.18 * gradientNoise(table, u * 6, v * 6) + 0.2 * gradientNoise(table, u * 0.7, v * 0.7);
          colour[0] = 0;
          colour[1] = 0;
          colour[2] = 0;
          addShading(machined, sideSlopeX, sideSlopeY, 1, colour);
          const shade = ground * fall * (1 - 0.35 * depth);
          blendPixel(
            data,
            at,
            colour[0]! * shade,
            colour[1]! * shade,
            colour[2]! * shade,
            smoothStep(1, 0.93, depth),
          );
        }
      }
      const coverage = Math.min(Math.max(section / (2 * feather) + 0.5, 0), 1);
      if (coverage > 0) {
        colour[0] = 0;
        colour[1] = 0;
        colour[2] = 0;
        let shade = fall;
        if (v > 0.08) {
          // Beside a contracted face the bar's own sides swell out below it, seen at a grazing angle.
          const away = u > 0 ? -1.3 : 1.3;
          addShading(machined, away * frame.cosine, away * frame.sine, 1, colour);
          shade *= 0.75;
        } else {
          const lines =
            0.1 * gradientNoise(table, u * 0.12, v * 22) + 0.04 * gradientNoise(table, u * 2, v * 5);
          const slope = flankSlope + 0.6 * lines;
          addShading(
            machined,
            half.slopeX - slope * frame.sine,
            half.slopeY + slope * frame.cosine,
            1,
            colour,
          );
          // The root is a groove of 0.25 mm radius: a dark line where it turns into the face.
          const root = 1 - 0.45 * smoothStep(0.3, 0.02, Math.abs(v + 0.05));
          shade *= flankGain * (1 + lines) * root * (1 + 0.06 * v);
        }
        blendPixel(data, at, colour[0]! * shade, colour[1]! * shade, colour[2]! * shade, coverage);
      }
    }
  }
}

/** Signed distance to the bar's section in mm, positive inside. */
function rectangleDistance(u: number, v: number, halfWidth: number, top: number): number {
  return Math.min(halfWidth - Math.abs(u), v - top, LIGAMENT_MM - v);
}

/** How far along the bar's length (0 = face, 1 = end of what shows) the side that covers (u, v) lies; 2 = none does. */
function sweepDepth(
  u: number,
  v: number,
  sideX: number,
  sideY: number,
  halfWidth: number,
  top: number,
): number {
  let enter = 0;
  let leave = 1;
  if (Math.abs(sideX) > 1e-6) {
    const a = (u - halfWidth) / sideX;
    const b = (u + halfWidth) / sideX;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  } else if (Math.abs(u) > halfWidth) return 2;
  if (Math.abs(sideY) > 1e-6) {
    const a = (v - LIGAMENT_MM) / sideY;
    const b = (v - top) / sideY;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  } else if (v < top || v > LIGAMENT_MM) return 2;
  return enter <= leave ? enter : 2;
}
