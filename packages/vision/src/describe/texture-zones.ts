import type { FaceFrame } from '../map/face-zones.ts';
import type { NormalisedLuminance } from './normalised-luminance.ts';

/** Zones of the position-resolved descriptors: thirds of the depth, split into the middle and the two sides together.
 * Left and right are one zone because the two halves of a specimen are mirror images. */
export const TEXTURE_ZONES = [
  'notch-middle',
  'notch-sides',
  'centre-middle',
  'centre-sides',
  'back-middle',
  'back-sides',
] as const;

/** Zone of every sample: index into `TEXTURE_ZONES`, -1 outside. The middle is the inner half of each row. */
export function textureZones(luminance: NormalisedLuminance): Int8Array {
  const { width, height } = luminance;
  const frame = insideFrame(luminance);
  const depth = Math.max(1, frame.bottom - frame.top + 1);
  const zones = new Int8Array(width * height).fill(-1);
  for (let y = frame.top; y <= frame.bottom; y += 1) {
    const third = Math.min(2, Math.floor((3 * (y - frame.top)) / depth));
    const middle = (frame.first[y] + frame.last[y]) / 2;
    const quarter = Math.max(0.5, (frame.last[y] - frame.first[y] + 1) / 4);
    for (let x = frame.first[y]; x <= frame.last[y]; x += 1) {
      if (luminance.inside[y * width + x] === 0) continue;
      zones[y * width + x] = 2 * third + (Math.abs(x - middle) > quarter ? 1 : 0);
    }
  }
  return zones;
}

/** As `faceFrame` of the samples inside. */
function insideFrame({ width, height, inside }: NormalisedLuminance): FaceFrame {
  const first = new Int32Array(height).fill(width);
  const last = new Int32Array(height).fill(-1);
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y += 1) {
    const row = inside.subarray(y * width, (y + 1) * width);
    const from = row.indexOf(1);
    if (from < 0) continue;
    first[y] = from;
    last[y] = row.lastIndexOf(1);
    top = Math.min(top, y);
    bottom = y;
  }
  return { width, height, top, bottom, first, last };
}
