import { blendPixel, type LinearCanvas } from '../scene/linear-canvas.ts';
import type { Rgb } from '../scene/scene-spec.ts';

/** Reflectance and cover of one point of a patch; cover 0 = the patch is not there. Written in place. */
export interface PatchSample {
  red: number;
  green: number;
  blue: number;
  cover: number;
}

/** Where a patch lies: middle in px, its unit of length in px, its turn, and its half sizes in units. */
export interface PatchPlace {
  readonly x: number;
  readonly y: number;
  readonly unitPx: number;
  readonly rotationDegrees: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Paints anything given as a function of its own axes (units from its middle), with the scene's light on it. */
export function paintPatch(
  canvas: LinearCanvas,
  place: PatchPlace,
  light: readonly number[],
  sample: (x: number, y: number, pixel: number, out: PatchSample) => void,
): void {
  const { width, height, data } = canvas;
  const turn = (place.rotationDegrees * Math.PI) / 180;
  const cosine = Math.cos(turn) / place.unitPx;
  const sine = Math.sin(turn) / place.unitPx;
  const reach = Math.hypot(place.halfWidth, place.halfHeight) * place.unitPx + 2;
  const out: PatchSample = { red: 0, green: 0, blue: 0, cover: 0 };
  const bottom = Math.min(height, Math.ceil(place.y + reach));
  const right = Math.min(width, Math.ceil(place.x + reach));
  for (let row = Math.max(0, Math.floor(place.y - reach)); row < bottom; row++) {
    for (let column = Math.max(0, Math.floor(place.x - reach)); column < right; column++) {
      const dx = column - place.x;
      const dy = row - place.y;
      out.cover = 0;
      sample(dx * cosine + dy * sine, dy * cosine - dx * sine, 1 / place.unitPx, out);
      if (out.cover > 0) {
        const at = 3 * (row * width + column);
        blendPixel(data, at, out.red * light[0]!, out.green * light[1]!, out.blue * light[2]!, out.cover);
      }
    }
  }
}

/** Sets a sample to a colour times a factor. */
export function put(out: PatchSample, colour: Rgb, factor: number, cover = 1): void {
  out.red = colour[0] * factor;
  out.green = colour[1] * factor;
  out.blue = colour[2] * factor;
  out.cover = cover;
}
