import type { RectifiedFace } from '../rectify/rectify-face.ts';
import { FINE_HEIGHT, FINE_WIDTH } from '../rectify/rectify-face.ts';
import { fitPlane } from '../rectify/surface-input.ts';

/** A face's luminance at one scale with the light taken out. */
export interface NormalisedLuminance {
  readonly width: number;
  readonly height: number;
  /** Plane removed, divided by the deviation inside the face; 0 outside. */
  readonly values: Float32Array;
  /** 1 where the sample lies wholly inside the face, else 0: texture is never measured across the rim. */
  readonly inside: Uint8Array;
}

const DEVIATION_FLOOR = 0.01;

/** Fine luminance of a rectified face, relative to its own plane and spread: gain, offset and a sideways light drop out.
 * @param into - result of an earlier call, to be overwritten and returned @default a fresh one */
export function normalisedLuminance(face: RectifiedFace, into?: NormalisedLuminance): NormalisedLuminance {
  const luminance = face.luminance.data;
  const cover = face.cover.data;
  const plane = fitPlane(luminance, cover, FINE_WIDTH, FINE_HEIGHT);
  const values = into?.values.fill(0) ?? new Float32Array(luminance.length);
  const inside = into?.inside.fill(0) ?? new Uint8Array(luminance.length);
  let weight = 0;
  let square = 0;
  const { offset, x: slopeX, y: slopeY } = plane;
  for (let y = 0; y < FINE_HEIGHT; y += 1) {
    const way = slopeY * y;
    for (let x = 0; x < FINE_WIDTH; x += 1) {
      const at = y * FINE_WIDTH + x;
      const share = cover[at];
      if (share === 0) continue;
      if (share > 0.999) inside[at] = 1;
      const value = Math.fround(luminance[at] - offset - slopeX * x - way);
      values[at] = value;
      weight += share;
      square += share * value * value;
    }
  }
  const gain = 1 / (Math.sqrt(square / Math.max(1, weight)) + DEVIATION_FLOOR);
  for (let i = 0; i < values.length; i += 1) values[i] *= gain;
  return into ?? { width: FINE_WIDTH, height: FINE_HEIGHT, values, inside };
}

/** The next octave: 2 x 2 means; a coarse sample is inside when all four are.
 * @param into - result of an earlier call for the same size, to be overwritten and returned @default a fresh one */
export function halveLuminance(fine: NormalisedLuminance, into?: NormalisedLuminance): NormalisedLuminance {
  const width = fine.width >> 1;
  const height = fine.height >> 1;
  const values = into?.values ?? new Float32Array(width * height);
  const inside = into?.inside ?? new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const a = 2 * y * fine.width + 2 * x;
      const b = a + fine.width;
      values[y * width + x] =
        0.25 * (fine.values[a] + fine.values[a + 1] + fine.values[b] + fine.values[b + 1]);
      inside[y * width + x] = fine.inside[a] & fine.inside[a + 1] & fine.inside[b] & fine.inside[b + 1];
    }
  }
  return into ?? { width, height, values, inside };
}
