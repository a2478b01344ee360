import { rasterisePolygon } from '../geometry/rasterise-polygon.ts';
import type { FloatImage, ImagePoint, MaskImage } from '../image/value-image.ts';
import type { CanonicalPose } from '../rectify/canonical-pose.ts';
import { CANONICAL_HEIGHT, CANONICAL_WIDTH } from '../rectify/canonical-pose.ts';
import type { ShearMap } from './shear-map.ts';

/** Whole pixels of a picture, all inside of it. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A map in the frame of the photograph. */
export interface PhotoMap {
  /** Probability of cleavage, 0 to 1; 0 outside the face. */
  readonly cleavage: FloatImage;
  /** 255 inside the measured outline. */
  readonly inside: MaskImage;
  /** Nothing outside of it is inside the outline. */
  readonly box: PixelBox;
}

/** Carries a map from the canonical grid back to the photograph, bilinear, cut at the measured outline.
 * @param outline - photograph pixels; the same that `pose` was made from */
export function backProjectMap(
  map: Pick<ShearMap, 'width' | 'height' | 'cleavage' | 'mask'>,
  pose: CanonicalPose,
  outline: readonly ImagePoint[],
  size: { readonly width: number; readonly height: number },
): PhotoMap {
  const { width, height } = size;
  const cleavage = new Float32Array(width * height);
  const inside = new Uint8Array(width * height);
  const box = clippedBox(outline, size);
  const local = outline.map((point) => ({ x: point.x - box.left, y: point.y - box.top }));
  const cover = rasterisePolygon(local, box.width, box.height);
  const values = extendBeyondMask(map);
  const perCell = map.width / CANONICAL_WIDTH;
  const perRow = map.height / CANONICAL_HEIGHT;
  const { origin, across, down, scale } = pose;
  // One loop without calls: a face has half a million pixels.
  for (let y = 0; y < box.height; y += 1) {
    const dy = (y + box.top - origin.y) / scale;
    for (let x = 0; x < box.width; x += 1) {
      if (cover[y * box.width + x] < 0.5) continue;
      const at = (y + box.top) * width + x + box.left;
      const dx = (x + box.left - origin.x) / scale;
      const column = (dx * across.x + dy * across.y + 0.5) * perCell - 0.5;
      const row = (dx * down.x + dy * down.y + 0.5) * perRow - 0.5;
      const cx = column < 0 ? 0 : column > map.width - 1 ? map.width - 1 : column;
      const cy = row < 0 ? 0 : row > map.height - 1 ? map.height - 1 : row;
      const x0 = Math.min(map.width - 2, Math.floor(cx));
      const y0 = Math.min(map.height - 2, Math.floor(cy));
      const fx = cx - x0;
      const cell = y0 * map.width + x0;
      const upper = values[cell] + fx * (values[cell + 1] - values[cell]);
      const lower = values[cell + map.width] + fx * (values[cell + map.width + 1] - values[cell + map.width]);
      inside[at] = 255;
      cleavage[at] = upper + (cy - y0) * (lower - upper);
    }
  }
  return { cleavage: { width, height, data: cleavage }, inside: { width, height, data: inside }, box };
}

function clippedBox(
  outline: readonly ImagePoint[],
  size: { readonly width: number; readonly height: number },
): PixelBox {
  let left = size.width;
  let top = size.height;
  let right = 0;
  let bottom = 0;
  for (const point of outline) {
    left = Math.min(left, Math.floor(point.x));
    top = Math.min(top, Math.floor(point.y));
    right = Math.max(right, Math.ceil(point.x));
    bottom = Math.max(bottom, Math.ceil(point.y));
  }
  left = Math.max(0, left);
  top = Math.max(0, top);
  return {
    left,
    top,
    width: Math.max(0, Math.min(size.width - 1, right) - left + 1),
    height: Math.max(0, Math.min(size.height - 1, bottom) - top + 1),
  };
}

/** Cells outside the face take the mean of inside neighbours, twice over, so that the rim is not blended with nothing. */
function extendBeyondMask(map: Pick<ShearMap, 'width' | 'height' | 'cleavage' | 'mask'>): Float32Array {
  const { width, height } = map;
  let values = Float32Array.from(map.cleavage);
  let known = new Uint8Array(width * height);
  for (let i = 0; i < known.length; i += 1) known[i] = map.mask[i] >= 0.5 ? 1 : 0;
  for (let pass = 0; pass < 2; pass += 1) {
    const nextValues = values.slice();
    const nextKnown = known.slice();
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (known[y * width + x] === 1) continue;
        let sum = 0;
        let count = 0;
        for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
          for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
            if (known[ny * width + nx] === 0) continue;
            sum += values[ny * width + nx];
            count += 1;
          }
        }
        if (count === 0) continue;
        nextValues[y * width + x] = sum / count;
        nextKnown[y * width + x] = 1;
      }
    }
    values = nextValues;
    known = nextKnown;
  }
  return values;
}
