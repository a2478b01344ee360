/** Mirrored copy of planar values; the values themselves when nothing is to be mirrored. */
export function flipPlanes(
  values: Float32Array,
  channels: number,
  height: number,
  width: number,
  flip: { readonly x: boolean; readonly y: boolean },
): Float32Array {
  if (!flip.x && !flip.y) return values;
  const out = new Float32Array(values.length);
  for (let row = 0; row < channels * height; row++) {
    const y = row % height;
    const from = (row - y + (flip.y ? height - 1 - y : y)) * width;
    const line = values.subarray(from, from + width);
    out.set(flip.x ? line.slice().reverse() : line, row * width);
  }
  return out;
}
