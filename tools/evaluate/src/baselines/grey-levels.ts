/** A picture in whole grey levels. */
export interface GreyLevels {
  readonly width: number;
  readonly height: number;
  /** 0 to `levels` - 1; 255 = outside the face. */
  readonly data: Uint8Array;
  readonly levels: number;
}

export const OUTSIDE = 255;

/** Cuts values into equal steps from the least to the largest inside the face.
 * @param cover - cover of the face, same length; cells of at least one half count as inside
 * @param levels - 2 to 254 */
export function greyLevels(
  values: Float32Array,
  cover: Float32Array,
  width: number,
  levels: number,
): GreyLevels {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (cover[i] < 0.5) continue;
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  const span = high > low ? high - low : 1;
  const data = new Uint8Array(values.length).fill(OUTSIDE);
  for (let i = 0; i < values.length; i++) {
    if (cover[i] >= 0.5) data[i] = Math.min(levels - 1, Math.floor((levels * (values[i] - low)) / span));
  }
  return { width, height: values.length / width, data, levels };
}
