/** Distance of each cell inside a mask to the nearest cell outside (cover below 0.5), in cells, by the 3-4 chamfer.
 * @param isFrameOutside - whether what lies beyond the frame counts as outside @default true
 * @source G. Borgefors, Distance transformations in digital images, CVGIP 34 (1986) 344-371, doi:10.1016/S0734-189X(86)80047-0 */
export function distanceToEdge(
  mask: Float32Array,
  width: number,
  height: number,
  isFrameOutside = true,
): Float32Array {
  const far = 1e6;
  const stride = width + 2;
  const padded = new Float32Array(stride * (height + 2)).fill(isFrameOutside ? 0 : far);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      padded[(y + 1) * stride + x + 1] = mask[y * width + x] >= 0.5 ? far : 0;
    }
  }
  for (let y = 1; y <= height; y += 1) {
    for (let x = 1; x <= width; x += 1) {
      const i = y * stride + x;
      const straight = Math.min(padded[i - 1], padded[i - stride]) + 3;
      const diagonal = Math.min(padded[i - stride - 1], padded[i - stride + 1]) + 4;
      padded[i] = Math.min(padded[i], straight, diagonal);
    }
  }
  const out = new Float32Array(width * height);
  for (let y = height; y >= 1; y -= 1) {
    for (let x = width; x >= 1; x -= 1) {
      const i = y * stride + x;
      const straight = Math.min(padded[i + 1], padded[i + stride]) + 3;
      const diagonal = Math.min(padded[i + stride + 1], padded[i + stride - 1]) + 4;
      padded[i] = Math.min(padded[i], straight, diagonal);
      out[(y - 1) * width + x - 1] = padded[i] / 3;
    }
  }
  return out;
}
