// Colour of a turned and scaled grid laid over interleaved triples, in double precision.

// Comparisons in place of f64.min and f64.max: those take several instructions to be right about NaN and zeros of both signs,
// neither of which occurs here.

// @ts-ignore: decorator
@inline
function larger(a: f64, b: f64): f64 {
  return a > b ? a : b;
}

// @ts-ignore: decorator
@inline
function smaller(a: f64, b: f64): f64 {
  return a < b ? a : b;
}

// @ts-ignore: decorator
@inline
function clamp(value: f64, most: f64): f64 {
  return value <= 0 ? 0 : smaller(value, most);
}

/** For every sample of a grid the mean of `repeats` × `repeats` bilinear reads of a picture of triples, as three planes:
 * luminance (0 to 1), saturation, warmth.
 * @param source - single-precision triples 0 to 255, `width` × `height`, with 16 spare bytes behind them
 * @param pose - doubles: source x and y of grid (0, 0), steps in x and y of one unit right, steps in x and y of one unit down;
 *   a unit has `factor` samples (a power of two, as is `repeats`), the first centred `0.5 / factor - 0.5` units from (0, 0)
 * @param spans - first and last column of each grid row; the rest is not written */
export function sampleColour(
  source: usize, width: i32, height: i32, pose: usize, spans: usize,
  columns: i32, rows: i32, repeats: i32, factor: f64, planes: usize,
): void {
  const size: usize = <usize>(columns * rows) << 2;
  const originX = load<f64>(pose), originY = load<f64>(pose, 8);
  const ux = load<f64>(pose, 16), uy = load<f64>(pose, 24), vx = load<f64>(pose, 32), vy = load<f64>(pose, 40);
  const share: f64 = 1 / <f64>(repeats * repeats);
  // Exact, because both are powers of two.
  const perRepeat: f64 = 1 / <f64>repeats;
  const perFactor: f64 = 1 / factor;
  const farX: f64 = <f64>(width - 1), farY: f64 = <f64>(height - 1);
  for (let y: i32 = 0; y < rows; y++) {
    const last = load<i32>(spans, 4);
    for (let x: i32 = load<i32>(spans); x <= last; x++) {
      let pair = f64x2.splat(0);
      let blue: f64 = 0;
      for (let j: i32 = 0; j < repeats; j++) {
        const cy: f64 = (<f64>y + (<f64>j + 0.5) * perRepeat) * perFactor - 0.5;
        for (let i: i32 = 0; i < repeats; i++) {
          const cx: f64 = (<f64>x + (<f64>i + 0.5) * perRepeat) * perFactor - 0.5;
          const px: f64 = clamp(originX + cx * ux + cy * vx, farX);
          const py: f64 = clamp(originY + cx * uy + cy * vy, farY);
          const x0 = <i32>px;
          const y0 = <i32>py;
          const fx: f64 = px - <f64>x0;
          const fy: f64 = py - <f64>y0;
          const a: usize = source + <usize>(y0 * width + x0) * 12;
          const b: usize = x0 + 1 < width ? a + 12 : a;
          const below: usize = y0 + 1 < height ? <usize>width * 12 : 0;
          const c: usize = a + below;
          const d: usize = b + below;
          const w00: f64 = (1 - fx) * (1 - fy) * share;
          const w10: f64 = fx * (1 - fy) * share;
          const w01: f64 = (1 - fx) * fy * share;
          const w11: f64 = fx * fy * share;
          let sum = f64x2.mul(f64x2.splat(w00), f64x2.promote_low_f32x4(v128.load64_zero(a)));
          sum = f64x2.add(sum, f64x2.mul(f64x2.splat(w10), f64x2.promote_low_f32x4(v128.load64_zero(b))));
          sum = f64x2.add(sum, f64x2.mul(f64x2.splat(w01), f64x2.promote_low_f32x4(v128.load64_zero(c))));
          sum = f64x2.add(sum, f64x2.mul(f64x2.splat(w11), f64x2.promote_low_f32x4(v128.load64_zero(d))));
          pair = f64x2.add(pair, sum);
          blue += w00 * <f64>load<f32>(a, 8) + w10 * <f64>load<f32>(b, 8) + w01 * <f64>load<f32>(c, 8) + w11 * <f64>load<f32>(d, 8);
        }
      }
      const red = f64x2.extract_lane(pair, 0);
      const green = f64x2.extract_lane(pair, 1);
      const high = larger(larger(red, green), blue);
      const low = smaller(smaller(red, green), blue);
      const at: usize = planes + (<usize>(y * columns + x) << 2);
      // Named, because literals inside a cast to f32 would be rounded to it.
      const luminance: f64 = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
      const saturation: f64 = (high - low) / (high + 12);
      const warmth: f64 = (red - blue) / (red + green + blue + 16);
      store<f32>(at, <f32>luminance);
      store<f32>(at + size, <f32>saturation);
      store<f32>(at + 2 * size, <f32>warmth);
    }
    spans += 8;
  }
}
