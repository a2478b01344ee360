import type { Network } from '@mlmcsc/kernels';
import { rasterisePolygon } from '../geometry/rasterise-polygon.ts';
import type { ImagePoint, RgbImage } from '../image/value-image.ts';
import { LOCATOR_CHANNELS } from './locator-input.ts';
import { turnedRectangle } from './test-maps.ts';

/** A stand-in for a trained network that sees paint: warm colour = face, strongly warm = notch band. The geometry around
 * it is the real one. */
export const paintLocator: Network = {
  definition: {
    name: 'paint',
    inputChannels: LOCATOR_CHANNELS,
    fold: 2,
    encoder: [{ channels: 1, convolutions: 1 }],
    decoder: [],
    outputChannels: 2,
  },
  weights: {},
  forward(input, height, width) {
    const outWidth = width / 2;
    const outHeight = height / 2;
    const size = outWidth * outHeight;
    const output = new Float32Array(2 * size);
    const warmth = input.subarray(3 * height * width, 4 * height * width);
    for (let i = 0; i < size; i += 1) {
      const x = i % outWidth;
      const at = 2 * ((i - x) / outWidth) * width + 2 * x;
      const mean = (warmth[at] + warmth[at + 1] + warmth[at + width] + warmth[at + width + 1]) / 4;
      output[i] = 20 * (mean - 0.3);
      output[size + i] = 20 * (mean - 1);
    }
    const features = new Float32Array(0);
    const pooled = new Float32Array(1);
    return { output, height: outHeight, width: outWidth, channels: 2, features, featureChannels: 0, pooled };
  },
};

interface PaintedFace {
  readonly centre: ImagePoint;
  readonly width: number;
  readonly depth: number;
  readonly degrees: number;
}

/** A grey picture with such faces. For tests. */
export function paint(width: number, height: number, faces: readonly PaintedFace[]): RgbImage {
  const data = new Uint8Array(3 * width * height).fill(110);
  for (const face of faces) {
    const outline = turnedRectangle(face.centre, face.width, face.depth, face.degrees);
    const angle = (face.degrees * Math.PI) / 180;
    const shift = (face.depth * (1 - 1.5 / 8)) / 2;
    const bandCentre = {
      x: face.centre.x + shift * Math.sin(angle),
      y: face.centre.y - shift * Math.cos(angle),
    };
    const band = turnedRectangle(bandCentre, face.width, (face.depth * 1.5) / 8, face.degrees);
    fill(data, rasterisePolygon(outline, width, height), [160, 120, 100]);
    fill(data, rasterisePolygon(band, width, height), [220, 90, 20]);
  }
  return { width, height, data };
}

/** Paints a cover over a picture. For tests. */
export function fill(data: Uint8Array, cover: Float32Array, colour: readonly [number, number, number]): void {
  for (let i = 0; i < cover.length; i += 1) {
    for (let k = 0; k < 3; k += 1) {
      data[3 * i + k] = Math.round(data[3 * i + k] * (1 - cover[i]) + colour[k] * cover[i]);
    }
  }
}
