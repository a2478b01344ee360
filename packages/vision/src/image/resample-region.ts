import type { AxisTaps as KernelTaps } from '@mlmcsc/kernels/grid';
import { sampleTriples } from '@mlmcsc/kernels/grid';
import type { MaskImage, RgbImage } from './value-image.ts';

/** Axis-aligned region of a picture in pixel edges: covers x in [left, left + width), and may reach outside it. */
export interface ImageRegion {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Weights sum to 1 wherever the output sample touches the picture. */
interface AxisTaps extends KernelTaps {
  /** Share of the output sample that lies inside the picture, 0 to 1. */
  readonly cover: Float32Array;
}

/** Box weights where several source pixels fall in one sample (exact areas), linear interpolation where fewer do. */
function axisTaps(start: number, length: number, outputs: number, size: number): AxisTaps {
  const step = length / outputs;
  const stride = Math.max(2, Math.ceil(step) + 1);
  const taps: AxisTaps = {
    start: new Int32Array(outputs),
    count: new Int32Array(outputs),
    weight: new Float32Array(outputs * stride),
    stride,
    cover: new Float32Array(outputs),
  };
  for (let i = 0; i < outputs; i += 1) {
    const from = start + i * step;
    const to = from + step;
    const inside = Math.min(to, size) - Math.max(from, 0);
    taps.cover[i] = Math.max(0, Math.min(1, inside / step));
    if (inside <= 0) continue;
    if (step >= 1) fillBoxTaps(taps, i, Math.max(0, from), Math.min(size, to));
    else fillLinearTaps(taps, i, (from + to) / 2 - 0.5, size);
  }
  return taps;
}

function fillBoxTaps(taps: AxisTaps, index: number, from: number, to: number): void {
  const first = Math.floor(from);
  const last = Math.min(Math.ceil(to), first + taps.stride);
  taps.start[index] = first;
  taps.count[index] = last - first;
  for (let source = first; source < last; source += 1) {
    const share = Math.min(to, source + 1) - Math.max(from, source);
    taps.weight[index * taps.stride + source - first] = Math.max(0, share) / (to - from);
  }
}

function fillLinearTaps(taps: AxisTaps, index: number, centre: number, size: number): void {
  const clamped = Math.max(0, Math.min(size - 1, centre));
  const first = Math.max(0, Math.min(Math.floor(clamped), size - 2));
  taps.start[index] = first;
  taps.count[index] = Math.min(2, size);
  taps.weight[index * taps.stride] = size === 1 ? 1 : 1 - (clamped - first);
  if (size > 1) taps.weight[index * taps.stride + 1] = clamped - first;
}

/** Result of `resampleRegion`: interleaved channels as floats 0 to 255, and the share of each sample inside the picture. */
export interface ResampledRegion {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
  readonly cover: Float32Array;
}

/** Samples a region to a fixed grid: exact area average when shrinking, bilinear when enlarging.
 * Written here rather than taken from an image library so that training, server and browser see the same bits.
 * @param region - in pixel edges of the picture; parts outside give `cover` 0 and values 0
 * @param into - result of an earlier call for the same grid, to be overwritten and returned @default a fresh one
 * @throws RangeError on an empty region or grid */
export function resampleRegion(
  image: RgbImage,
  region: ImageRegion,
  width: number,
  height: number,
  into?: ResampledRegion,
): ResampledRegion {
  checkSizes(region, width, height);
  const columns = axisTaps(region.left, region.width, width, image.width);
  const rows = axisTaps(region.top, region.height, height, image.height);
  const data = into?.data.fill(0) ?? new Float32Array(width * height * 3);
  sampleTriples(image.data, image.width, columns, rows, data);
  const cover = coverOf(columns, rows, into?.cover.fill(0));
  return into ?? { width, height, channels: 3, data, cover };
}

/** Share of inside pixels of a mask (0 to 1) on a grid over a region; how training targets are made.
 * @returns row-major `width * height`, 0 outside the picture */
export function resampleMask(
  mask: MaskImage,
  region: ImageRegion,
  width: number,
  height: number,
): Float32Array {
  const binary = new Uint8Array(mask.data.length);
  for (let i = 0; i < binary.length; i += 1) binary[i] = mask.data[i] === 0 ? 0 : 1;
  const sampled = resamplePlain(binary, mask.width, mask.height, 1, region, width, height);
  const { data, cover } = sampled;
  for (let i = 0; i < data.length; i += 1) data[i] *= cover[i];
  return data;
}

function checkSizes(region: ImageRegion, width: number, height: number): void {
  if (!(region.width > 0 && region.height > 0 && width > 0 && height > 0)) {
    throw new RangeError(
      `region ${region.width} x ${region.height} to grid ${width} x ${height}: every size must be positive`,
    );
  }
}

/** Share of each output sample inside the picture; 0 on rows or columns without any. */
function coverOf(
  columns: AxisTaps,
  rows: AxisTaps,
  cover: Float32Array = new Float32Array(columns.cover.length * rows.cover.length),
): Float32Array {
  const width = columns.cover.length;
  if (columns.count.every((count) => count === 0)) return cover;
  for (let y = 0; y < rows.cover.length; y += 1) {
    if (rows.count[y] === 0) continue;
    const share = rows.cover[y];
    for (let x = 0; x < width; x += 1) cover[y * width + x] = share * columns.cover[x];
  }
  return cover;
}

/** As `resampleRegion` for any number of channels, in plain code: what masks are sampled with, and what the kernel for pictures
 * must equal bit by bit. */
export function resamplePlain(
  source: Uint8Array,
  sourceWidth: number,
  sourceHeight: number,
  channels: number,
  region: ImageRegion,
  width: number,
  height: number,
): ResampledRegion {
  checkSizes(region, width, height);
  const columns = axisTaps(region.left, region.width, width, sourceWidth);
  const rows = axisTaps(region.top, region.height, height, sourceHeight);
  const data = new Float32Array(width * height * channels);
  const span = columnSpan(columns);
  const line = new Float32Array(Math.max(0, span.last - span.first) * channels);
  for (let y = 0; y < height; y += 1) {
    if (rows.count[y] === 0 || line.length === 0) continue;
    accumulateRows(source, sourceWidth, channels, rows, y, span.first, line);
    for (let x = 0; x < width; x += 1) {
      const count = columns.count[x];
      const weightAt = x * columns.stride;
      const sourceAt = (columns.start[x] - span.first) * channels;
      const target = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let k = 0; k < count; k += 1) {
          sum += columns.weight[weightAt + k] * line[sourceAt + k * channels + channel];
        }
        data[target + channel] = sum;
      }
    }
  }
  return { width, height, channels, data, cover: coverOf(columns, rows) };
}

function columnSpan(taps: AxisTaps): { first: number; last: number } {
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  for (let i = 0; i < taps.start.length; i += 1) {
    if (taps.count[i] === 0) continue;
    first = Math.min(first, taps.start[i]);
    last = Math.max(last, taps.start[i] + taps.count[i]);
  }
  return last === 0 ? { first: 0, last: 0 } : { first, last };
}

function accumulateRows(
  source: Uint8Array,
  sourceWidth: number,
  channels: number,
  rows: AxisTaps,
  y: number,
  firstColumn: number,
  line: Float32Array,
): void {
  line.fill(0);
  for (let k = 0; k < rows.count[y]; k += 1) {
    const weight = rows.weight[y * rows.stride + k];
    if (weight === 0) continue;
    const offset = ((rows.start[y] + k) * sourceWidth + firstColumn) * channels;
    for (let i = 0; i < line.length; i += 1) line[i] += weight * source[offset + i];
  }
}
