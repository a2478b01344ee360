import { GridLayout } from './grid-memory.ts';

/** Interleaved triples red, green, blue, 0 to 255: a part of a larger picture or all of one. */
export interface TripleGrid {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array | Uint8Array;
  /** Index of the first value of the part. @default 0 */
  readonly start?: number;
  /** Values from one row to the next. @default 3 * width */
  readonly stride?: number;
}

/** A grid laid over a picture by a similarity. */
export interface GridPose {
  readonly columns: number;
  readonly rows: number;
  /** Samples a unit and axis, a power of two; the first is centred `0.5 / factor - 0.5` units from (0, 0). */
  readonly factor: number;
  /** Picture position of (0, 0), then picture steps of one unit to the right and of one unit down: x and y of each. */
  readonly origin: readonly [number, number];
  readonly right: readonly [number, number];
  readonly down: readonly [number, number];
  /** First and last column of each row that is wanted; first > last for none. */
  readonly spans: Int32Array;
  /** Every sample is the mean of `repeats` × `repeats` bilinear reads; a power of two. */
  readonly repeats: number;
}

/** Luminance (0 to 1), saturation and warmth of a grid over a picture, one plane each; 0 outside the spans. */
export function sampleColour(picture: TripleGrid, pose: GridPose): Float32Array {
  const { columns, rows, spans } = pose;
  const size = columns * rows;
  const layout = new GridLayout();
  const pictureAt = layout.take(3 * picture.width * picture.height * 4);
  const poseAt = layout.take(48);
  const spansAt = layout.take(spans.length * 4);
  const stepsAt = layout.take(16 * columns * pose.repeats);
  const planesAt = layout.take(3 * size * 4);
  const { kernels, floats } = layout.reserve();
  const { data, start = 0, stride = 3 * picture.width } = picture;
  for (let y = 0; y < picture.height; y++) {
    const from = start + y * stride;
    floats.set(data.subarray(from, from + 3 * picture.width), pictureAt / 4 + 3 * y * picture.width);
  }
  new Float64Array(floats.buffer, poseAt, 6).set([...pose.origin, ...pose.right, ...pose.down]);
  new Int32Array(floats.buffer, spansAt, spans.length).set(spans);
  kernels.clear(planesAt, 3 * size);
  kernels.sampleColour(
    pictureAt,
    picture.width,
    picture.height,
    poseAt,
    spansAt,
    columns,
    rows,
    pose.repeats,
    pose.factor,
    stepsAt,
    planesAt,
  );
  return floats.slice(planesAt / 4, planesAt / 4 + 3 * size);
}
