import { sampleColour } from '@mlmcsc/kernels/grid';
import { rasterisePolygon } from '../geometry/rasterise-polygon.ts';
import { resampleRegion } from '../image/resample-region.ts';
import type { FloatImage, ImagePoint, MaskImage, RgbImage } from '../image/value-image.ts';
import type { CanonicalPose } from './canonical-pose.ts';
import { CANONICAL_HEIGHT, CANONICAL_WIDTH, canonicalPose, photoToCanonical } from './canonical-pose.ts';

/** Fine samples per canonical cell and axis: keeps what a picture of 20 to 40 px/mm resolves. */
export const FINE_FACTOR = 2;
export const FINE_WIDTH = CANONICAL_WIDTH * FINE_FACTOR;
export const FINE_HEIGHT = CANONICAL_HEIGHT * FINE_FACTOR;

/** What rectification needs to know of a face; `FaceFinding` has it, and so has the truth of a rendered scene. */
export interface FaceOutline {
  /** Photograph pixels, either sense. */
  readonly outline: readonly ImagePoint[];
  /** From the notch edge to the back, photograph frame, any length. */
  readonly down: ImagePoint;
}

/** A face in the canonical frame (notch edge at the top), sampled on the fine grid of `FINE_WIDTH` x `FINE_HEIGHT`. */
export interface RectifiedFace {
  readonly pose: CanonicalPose;
  /** 0 to 1, sRGB-coded luma; outside the face and its rim 0. */
  readonly luminance: FloatImage;
  /** 0 to 1, (max - min) / max with a guard for dark pixels. */
  readonly saturation: FloatImage;
  /** (red - blue) / (red + green + blue), about -1 to 1. */
  readonly warmth: FloatImage;
  /** Cover of the measured outline, 0 to 1. */
  readonly cover: FloatImage;
  /** Cover on the canonical grid, `CANONICAL_WIDTH` x `CANONICAL_HEIGHT`: the weight of a cell in every area fraction. */
  readonly mask: FloatImage;
}

/** Samples a face to the canonical frame, area-correct when the photograph is finer than the grid.
 * @throws RangeError when the outline is degenerate */
export function rectifyFace(image: RgbImage, face: FaceOutline): RectifiedFace {
  const pose = canonicalPose(face.outline, face.down);
  const polygon = face.outline.map((point) => toFine(photoToCanonical(pose, point)));
  const cover = rasterisePolygon(polygon, FINE_WIDTH, FINE_HEIGHT);
  const colour = sampleFine(image, face.outline, pose, rimRows(cover));
  return {
    pose,
    ...colour,
    cover: { width: FINE_WIDTH, height: FINE_HEIGHT, data: cover },
    mask: averageBlocks(cover, FINE_WIDTH, FINE_HEIGHT, FINE_FACTOR),
  };
}

function toFine(point: ImagePoint): ImagePoint {
  return { x: (point.x + 0.5) * FINE_FACTOR - 0.5, y: (point.y + 0.5) * FINE_FACTOR - 0.5 };
}

/** First and last fine column needed of each row (with a rim, so that filters at the edge see real pixels). */
function rimRows(cover: Float32Array): Int32Array {
  const rim = 6;
  const spans = new Int32Array(2 * FINE_HEIGHT);
  let low = FINE_WIDTH;
  let high = -1;
  for (let i = 0; i < cover.length; i += 1) {
    if (cover[i] === 0) continue;
    const x = i % FINE_WIDTH;
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  for (let y = 0; y < FINE_HEIGHT; y += 1) {
    spans[2 * y] = FINE_WIDTH;
    spans[2 * y + 1] = -1;
    for (let near = Math.max(0, y - rim); near <= Math.min(FINE_HEIGHT - 1, y + rim); near += 1) {
      const row = near * FINE_WIDTH;
      let first = low;
      while (first <= high && cover[row + first] === 0) first += 1;
      if (first > high) continue;
      let last = high;
      while (cover[row + last] === 0) last -= 1;
      spans[2 * y] = Math.min(spans[2 * y], Math.max(0, first - rim));
      spans[2 * y + 1] = Math.max(spans[2 * y + 1], Math.min(FINE_WIDTH - 1, last + rim));
    }
  }
  return spans;
}

function sampleFine(
  image: RgbImage,
  outline: readonly ImagePoint[],
  pose: CanonicalPose,
  spans: Int32Array,
): Pick<RectifiedFace, 'luminance' | 'saturation' | 'warmth'> {
  const size = FINE_WIDTH * FINE_HEIGHT;
  const step = pose.scale / FINE_FACTOR;
  const source = shrinkAround(image, outline, Math.max(1, Math.floor(step)), 8 * pose.scale);
  const repeats = step / source.factor > 1.15 ? 2 : 1;
  const unit = pose.scale / source.factor;
  const planes = sampleColour(source, {
    columns: FINE_WIDTH,
    rows: FINE_HEIGHT,
    factor: FINE_FACTOR,
    origin: [
      (pose.origin.x + 0.5 - source.left) / source.factor - 0.5,
      (pose.origin.y + 0.5 - source.top) / source.factor - 0.5,
    ],
    right: [pose.across.x * unit, pose.across.y * unit],
    down: [pose.down.x * unit, pose.down.y * unit],
    spans,
    repeats,
  });
  const plane = (k: number): FloatImage => ({
    width: FINE_WIDTH,
    height: FINE_HEIGHT,
    data: planes.subarray(k * size, (k + 1) * size),
  });
  return { luminance: plane(0), saturation: plane(1), warmth: plane(2) };
}

interface ShrunkPicture {
  readonly width: number;
  readonly height: number;
  /** Interleaved RGB, 0 to 255; the first row begins at `start`, rows are `stride` values apart. */
  readonly data: Float32Array | Uint8Array;
  readonly start: number;
  readonly stride: number;
  readonly left: number;
  readonly top: number;
  readonly factor: number;
}

/** The surroundings of the outline, averaged in whole blocks of `factor` pixels: the cheap part of area-correct sampling. */
function shrinkAround(
  image: RgbImage,
  outline: readonly ImagePoint[],
  factor: number,
  rim: number,
): ShrunkPicture {
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  for (const point of outline) {
    x0 = Math.min(x0, point.x);
    x1 = Math.max(x1, point.x);
    y0 = Math.min(y0, point.y);
    y1 = Math.max(y1, point.y);
  }
  const left = Math.max(0, Math.min(image.width - factor, Math.floor(x0 - rim)));
  const top = Math.max(0, Math.min(image.height - factor, Math.floor(y0 - rim)));
  const width = Math.max(1, Math.ceil((Math.min(image.width, x1 + rim) - left) / factor));
  const height = Math.max(1, Math.ceil((Math.min(image.height, y1 + rim) - top) / factor));
  const place = { width, height, left, top, factor };
  if (factor === 1) {
    return { ...place, data: image.data, start: 3 * (top * image.width + left), stride: 3 * image.width };
  }
  const region = { left, top, width: width * factor, height: height * factor };
  const { data } = resampleRegion(image, region, width, height);
  return { ...place, data, start: 0, stride: 3 * width };
}

/** Mean of every `factor` x `factor` block. */
export function averageBlocks(
  values: Float32Array,
  width: number,
  height: number,
  factor: number,
): FloatImage {
  const outWidth = width / factor;
  const outHeight = height / factor;
  const data = new Float32Array(outWidth * outHeight);
  const share = 1 / (factor * factor);
  for (let y = 0; y < outHeight; y += 1) {
    for (let x = 0; x < outWidth; x += 1) {
      let sum = 0;
      for (let j = 0; j < factor; j += 1) {
        const row = (y * factor + j) * width + x * factor;
        if (factor === 4) sum = sum + values[row] + values[row + 1] + values[row + 2] + values[row + 3];
        else for (let i = 0; i < factor; i += 1) sum += values[row + i];
      }
      data[y * outWidth + x] = sum * share;
    }
  }
  return { width: outWidth, height: outHeight, data };
}

/** Samples a photograph-frame mask to `width` x `height` cells over the canonical frame: how surface targets are made.
 * @returns share of inside samples of each cell, 0 to 1, from 4 x 4 nearest samples a cell */
export function sampleCanonicalMask(
  mask: MaskImage,
  pose: CanonicalPose,
  width: number,
  height: number,
): Float32Array {
  const repeats = 4;
  const out = new Float32Array(width * height);
  for (let y = 0; y < height * repeats; y += 1) {
    const cy = ((y + 0.5) * CANONICAL_HEIGHT) / (height * repeats) - 0.5;
    for (let x = 0; x < width * repeats; x += 1) {
      const cx = ((x + 0.5) * CANONICAL_WIDTH) / (width * repeats) - 0.5;
      const px = Math.round(pose.origin.x + pose.scale * (cx * pose.across.x + cy * pose.down.x));
      const py = Math.round(pose.origin.y + pose.scale * (cx * pose.across.y + cy * pose.down.y));
      if (px < 0 || py < 0 || px >= mask.width || py >= mask.height) continue;
      if (mask.data[py * mask.width + px] === 0) continue;
      out[Math.floor(y / repeats) * width + Math.floor(x / repeats)] += 1 / (repeats * repeats);
    }
  }
  return out;
}
