import { GridLayout } from './grid-memory.ts';

/** Box mean and standard deviation around every sample, counting only samples in proportion to their weight. */
export interface LocalStatistics {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Weighted local mean and standard deviation in a square window, by summed-area tables in double precision.
 * @param values - row-major `width * height`
 * @param weight - same shape, 0 = ignored
 * @param radius - window is `2 * radius + 1` samples wide, cut at the border
 * @param into - result of an earlier call for as many samples, to be overwritten and returned @default a fresh one
 * @returns zeros where the window holds no weight */
export function localStatistics(
  values: Float32Array,
  weight: Float32Array,
  width: number,
  height: number,
  radius: number,
  into?: LocalStatistics,
): LocalStatistics {
  const size = width * height;
  const layout = new GridLayout();
  const valuesAt = layout.take(size * 4);
  const weightAt = layout.take(size * 4);
  const tablesAt = layout.take((width + 1) * (height + 1) * 24);
  const meanAt = layout.take(size * 4);
  const deviationAt = layout.take(size * 4);
  const { kernels, floats } = layout.reserve();
  floats.set(values.subarray(0, size), valuesAt / 4);
  floats.set(weight.subarray(0, size), weightAt / 4);
  kernels.localStatistics(valuesAt, weightAt, width, height, radius, tablesAt, meanAt, deviationAt);
  if (into !== undefined) {
    into.mean.set(floats.subarray(meanAt / 4, meanAt / 4 + size));
    into.deviation.set(floats.subarray(deviationAt / 4, deviationAt / 4 + size));
    return into;
  }
  return {
    mean: floats.slice(meanAt / 4, meanAt / 4 + size),
    deviation: floats.slice(deviationAt / 4, deviationAt / 4 + size),
  };
}
