/** A point in an image: `x` to the right, `y` down, in pixels; (0, 0) is the centre of the top-left pixel. */
export interface ImagePoint {
  readonly x: number;
  readonly y: number;
}

/** Interleaved 8-bit sRGB picture, row-major, orientation already applied; `data.length = width * height * 3`. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** One channel of 32-bit floats, row-major; `data.length = width * height`; the range is the producer's to state. */
export interface FloatImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Binary or 8-bit mask, row-major; 0 = outside, non-zero = inside; `data.length = width * height`. */
export interface MaskImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
