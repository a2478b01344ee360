import { GridLayout } from './grid-memory.ts';

/** Which source samples make each output sample along one axis, and with what weights. */
export interface AxisTaps {
  /** First source index of each output sample. */
  readonly start: Int32Array;
  /** Number of source samples of each output sample; 0 leaves the output alone. */
  readonly count: Int32Array;
  /** `weight[i * stride + k]`. */
  readonly weight: Float32Array;
  readonly stride: number;
}

/** Separable weighted sums over a grid of byte triples: first down the columns (rounded to single precision after every row),
 * then along the rows (in double precision, stored in single).
 * @param source - `sourceWidth` triples a row
 * @param out - `columns.start.length` triples a row, `rows.start.length` rows; rows without taps are left as they are */
export function sampleTriples(
  source: Uint8Array,
  sourceWidth: number,
  columns: AxisTaps,
  rows: AxisTaps,
  out: Float32Array,
): void {
  const { first, last } = spanOf(columns);
  if (last <= first) return;
  const width = columns.start.length;
  const spanBytes = 3 * (last - first);
  const layout = new GridLayout();
  const rowsAt = layout.take(spanBytes * rows.stride);
  const lineAt = layout.take(spanBytes * 4);
  const rowWeightsAt = layout.take(rows.stride * 8);
  const offsetsAt = layout.take(width * 4);
  const countsAt = layout.take(width * 4);
  const weightsAt = layout.take(columns.weight.length * 8);
  const toAt = layout.take(width * 12);
  const { kernels, floats } = layout.reserve();
  const bytes = new Uint8Array(floats.buffer);
  const rowWeights = new Float64Array(floats.buffer, rowWeightsAt, rows.stride);
  new Float64Array(floats.buffer, weightsAt, columns.weight.length).set(columns.weight);
  new Int32Array(floats.buffer, countsAt, width).set(columns.count);
  const offsets = new Int32Array(floats.buffer, offsetsAt, width);
  for (let x = 0; x < width; x++) offsets[x] = columns.count[x] === 0 ? 0 : (columns.start[x] - first) * 12;
  const result = floats.subarray(toAt / 4, toAt / 4 + 3 * width);
  for (let y = 0; y < rows.start.length; y++) {
    const count = rows.count[y];
    if (count === 0) continue;
    for (let k = 0; k < count; k++) {
      const from = 3 * ((rows.start[y] + k) * sourceWidth + first);
      bytes.set(source.subarray(from, from + spanBytes), rowsAt + k * spanBytes);
      rowWeights[k] = rows.weight[y * rows.stride + k];
    }
    kernels.weighByteRows(rowsAt, spanBytes, rowWeightsAt, count, lineAt, spanBytes);
    kernels.weighTriples(lineAt, offsetsAt, countsAt, weightsAt, columns.stride * 8, toAt, width);
    out.set(result, 3 * y * width);
  }
}

/** Source columns that any output needs: from `first` up to, not including, `last`. */
function spanOf({ start, count }: AxisTaps): { first: number; last: number } {
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  for (let i = 0; i < start.length; i++) {
    if (count[i] === 0) continue;
    first = Math.min(first, start[i]);
    last = Math.max(last, start[i] + count[i]);
  }
  return { first, last };
}
