import { rasterisePolygon } from '../geometry/rasterise-polygon.ts';
import type { ImagePoint, RgbImage } from '../image/value-image.ts';
import {
  CANONICAL_HEIGHT,
  CANONICAL_WIDTH,
  canonicalPose,
  canonicalToPhoto,
  photoToCanonical,
} from '../rectify/canonical-pose.ts';
import type { FaceOutline } from '../rectify/rectify-face.ts';

/** What a feature network wants to see. */
export interface BackboneFrame {
  /** Input size, cells. */
  readonly width: number;
  readonly height: number;
  /** Of red, green, blue, 0 to 1: subtracted, and divided by. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

export interface BackboneInput {
  /** 1 x 3 x height x width, normalised red, green, blue; 0 outside the face. */
  readonly data: Float32Array;
  /** Cover of the face on the same grid, 0 to 1. */
  readonly cover: Float32Array;
}

/** A cell is the mean of at most so many bilinear reads a side. */
const MOST_READS = 8;

/** Shows a face to a feature network: the canonical frame (notch edge on top, 192 x 160 cells) as large as fits, centred.
 * Outside the outline everything is the mean colour, so that the background cannot speak.
 * @throws RangeError when the outline is degenerate */
export function backboneInput(image: RgbImage, face: FaceOutline, frame: BackboneFrame): BackboneInput {
  const { width, height } = frame;
  const pose = canonicalPose(face.outline, face.down);
  const cell = Math.max(CANONICAL_WIDTH / width, CANONICAL_HEIGHT / height);
  const toCanonical = (x: number, y: number): ImagePoint => ({
    x: (x + 0.5 - width / 2) * cell + CANONICAL_WIDTH / 2 - 0.5,
    y: (y + 0.5 - height / 2) * cell + CANONICAL_HEIGHT / 2 - 0.5,
  });
  const polygon = face.outline.map((point) => {
    const { x, y } = photoToCanonical(pose, point);
    return {
      x: (x + 0.5 - CANONICAL_WIDTH / 2) / cell + width / 2 - 0.5,
      y: (y + 0.5 - CANONICAL_HEIGHT / 2) / cell + height / 2 - 0.5,
    };
  });
  const cover = rasterisePolygon(polygon, width, height);
  const size = width * height;
  const data = new Float32Array(3 * size);
  const reads = Math.max(1, Math.min(MOST_READS, Math.ceil(pose.scale * cell)));
  const colour = new Float64Array(3);
  for (let i = 0; i < size; i += 1) {
    if (cover[i] === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    colour.fill(0);
    for (let k = 0; k < reads * reads; k += 1) {
      const dx = ((k % reads) + 0.5) / reads - 0.5;
      const dy = (Math.floor(k / reads) + 0.5) / reads - 0.5;
      addColour(image, canonicalToPhoto(pose, toCanonical(x + dx, y + dy)), colour);
    }
    for (let channel = 0; channel < 3; channel += 1) {
      const value = colour[channel] / (255 * reads * reads);
      data[channel * size + i] = (cover[i] * (value - frame.mean[channel])) / frame.deviation[channel];
    }
  }
  return { data, cover };
}

/** Adds the bilinear colour at a point, 0 to 255; beyond the border the border's. */
function addColour({ width, height, data }: RgbImage, point: ImagePoint, colour: Float64Array): void {
  const px = Math.max(0, Math.min(width - 1, point.x));
  const py = Math.max(0, Math.min(height - 1, point.y));
  const x = Math.floor(px);
  const y = Math.floor(py);
  const right = x + 1 < width ? 3 : 0;
  const below = y + 1 < height ? 3 * width : 0;
  const at = 3 * (y * width + x);
  const [fx, fy] = [px - x, py - y];
  for (let channel = 0; channel < 3; channel += 1) {
    const k = at + channel;
    colour[channel] +=
      (1 - fy) * ((1 - fx) * data[k] + fx * data[k + right]) +
      fy * ((1 - fx) * data[k + below] + fx * data[k + below + right]);
  }
}
