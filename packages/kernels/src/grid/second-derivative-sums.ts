import { GridLayout } from './grid-memory.ts';

/** Reach of the filters: they have 2 × 4 + 1 taps. */
const REACH = 4;

/** Weights of three filters at 0 to 4 samples from the centre. */
export interface DerivativeFilters {
  /** Even. */
  readonly smooth: Float64Array;
  /** Odd: the weights of the side with the larger index; the one at the centre is not used. */
  readonly first: Float64Array;
  /** Even. */
  readonly second: Float64Array;
}

/** A grid of numbers of which only some count. */
export interface MaskedGrid {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  /** 1 where a sample counts, else 0. */
  readonly inside: Uint8Array;
}

/** First and last row and column with samples inside; first > last when there are none. */
export interface SupportedArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface SecondDerivativeSums {
  /** Sums of xx xx, yy yy, xy xy, xx yy, xx xy, yy xy over the samples that are inside with the ends of their support. */
  readonly products: Float64Array;
  readonly count: number;
  /** Sums of xx² + 2 xy² + yy² over each zone, and how many samples it has. */
  readonly byZone: Float64Array;
  readonly zoneCounts: Float64Array;
}

/** Sums of products of a grid's second derivatives (x to the right, y down): separable filters in double precision, rounded to
 * single between the two passes.
 * @param zones - zone of every sample, below 0 for none   @param zoneCount - zones there are, at most 16 */
export function secondDerivativeSums(
  grid: MaskedGrid,
  area: SupportedArea,
  zones: Int8Array,
  zoneCount: number,
  filters: DerivativeFilters,
): SecondDerivativeSums {
  const { width, height, values, inside } = grid;
  const size = width * height;
  const layout = new GridLayout();
  const valuesAt = layout.take(size * 4);
  const insideAt = layout.take(size);
  const zonesAt = layout.take(size);
  const filtersAt = layout.take(3 * (REACH + 1) * 8);
  const rowsAt = layout.take(3 * size * 4);
  const sumsAt = layout.take(64 + 16 * zoneCount);
  const { kernels, floats } = layout.reserve();
  floats.set(values, valuesAt / 4);
  new Uint8Array(floats.buffer).set(inside, insideAt);
  new Int8Array(floats.buffer).set(zones, zonesAt);
  const doubles = new Float64Array(floats.buffer);
  doubles.set(filters.smooth.subarray(0, REACH + 1), filtersAt / 8);
  doubles.set(filters.first.subarray(0, REACH + 1), filtersAt / 8 + REACH + 1);
  doubles.set(filters.second.subarray(0, REACH + 1), filtersAt / 8 + 2 * (REACH + 1));
  const sums = doubles.subarray(sumsAt / 8, sumsAt / 8 + 8 + 2 * zoneCount).fill(0);
  kernels.secondDerivativeSums(
    valuesAt,
    insideAt,
    zonesAt,
    width,
    size,
    area.left,
    area.right,
    area.top,
    area.bottom,
    filtersAt,
    rowsAt,
    sumsAt,
  );
  return {
    products: sums.slice(0, 6),
    count: sums[6],
    byZone: Float64Array.from({ length: zoneCount }, (_, zone) => sums[8 + 2 * zone]),
    zoneCounts: Float64Array.from({ length: zoneCount }, (_, zone) => sums[9 + 2 * zone]),
  };
}
