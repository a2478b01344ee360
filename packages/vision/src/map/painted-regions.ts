import type { MaskImage, RgbImage } from '../image/value-image.ts';
import type { CanonicalPose } from '../rectify/canonical-pose.ts';
import { sampleCanonicalMask } from '../rectify/rectify-face.ts';
import { SURFACE_HEIGHT, SURFACE_WIDTH } from '../rectify/surface-input.ts';

/** What somebody painted a cell of the map; `none` = nothing, or too little to tell. */
export const PAINT = { none: 0, cleavage: 1, shear: 2, notSurface: 3 } as const;

/** Colour of each region in a picture of regions; any other colour is no paint. */
export const PAINT_COLOURS = {
  cleavage: [255, 0, 0],
  shear: [0, 255, 0],
  notSurface: [0, 0, 255],
} as const;

/** A cell counts as painted when at least this part of it is. */
const LEAST_SHARE = 0.5;

/** Samples painted regions to the cells of the map.
 * @param regions - of the photograph's size, pure red cleavage, pure green shear, pure blue no surface
 * @param pose - where the map lies in the photograph
 * @returns a value of `PAINT` for each cell, row by row */
export function samplePaint(regions: RgbImage, pose: CanonicalPose): Uint8Array {
  const paint = new Uint8Array(SURFACE_WIDTH * SURFACE_HEIGHT);
  for (const name of ['cleavage', 'shear', 'notSurface'] as const) {
    const share = sampleCanonicalMask(
      maskOf(regions, PAINT_COLOURS[name]),
      pose,
      SURFACE_WIDTH,
      SURFACE_HEIGHT,
    );
    for (let i = 0; i < paint.length; i += 1) {
      // Two colours of half a cell each tell nothing: the second takes the first's mark away.
      if (share[i] >= LEAST_SHARE) paint[i] = paint[i] === PAINT.none ? PAINT[name] : PAINT.none;
    }
  }
  return paint;
}

function maskOf(
  { width, height, data }: RgbImage,
  [red, green, blue]: readonly [number, number, number],
): MaskImage {
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i += 1) {
    if (data[3 * i] === red && data[3 * i + 1] === green && data[3 * i + 2] === blue) mask[i] = 255;
  }
  return { width, height, data: mask };
}
