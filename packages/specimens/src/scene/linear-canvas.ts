/** A picture in linear light, three interleaved floats a pixel; 1 = white of a metered picture. */
export interface LinearCanvas {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A black canvas. */
export function createCanvas(width: number, height: number): LinearCanvas {
  return { width, height, data: new Float32Array(width * height * 3) };
}

/** Mixes a colour over one pixel; `at` is the index of its red. */
export function blendPixel(
  data: Float32Array,
  at: number,
  red: number,
  green: number,
  blue: number,
  alpha: number,
): void {
  const rest = 1 - alpha;
  data[at] = data[at]! * rest + red * alpha;
  data[at + 1] = data[at + 1]! * rest + green * alpha;
  data[at + 2] = data[at + 2]! * rest + blue * alpha;
}

/** Smooth step from 0 at `low` to 1 at `high`. */
export function smoothStep(low: number, high: number, value: number): number {
  const part = Math.min(Math.max((value - low) / (high - low), 0), 1);
  return part * part * (3 - 2 * part);
}
