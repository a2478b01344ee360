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

/** A whole number from 0 to 2³² - 1, read from the last bits of its sum with 2⁵²: a conversion takes several instructions to be
 * right about numbers that are none. */
// @ts-ignore: decorator
@inline
function wholeNumber(value: f64): u32 {
  return <u32>reinterpret<u64>(value + 4503599627370496);
}

/** For every sample of a grid the mean of `repeats` × `repeats` bilinear reads of a picture of triples, as three planes:
 * luminance (0 to 1), saturation, warmth.
 * @param source - single-precision triples 0 to 255, `width` × `height`, with 16 spare bytes behind them
 * @param pose - doubles: source x and y of grid (0, 0), steps in x and y of one unit right, steps in x and y of one unit down;
 *   a unit has `factor` samples (a power of two, as is `repeats`), the first centred `0.5 / factor - 0.5` units from (0, 0)
 * @param spans - first and last column of each grid row; the rest is not written
 * @param steps - room for 2 × `columns` × `repeats` doubles */
export function sampleColour(
  source: usize, width: i32, height: i32, pose: usize, spans: usize,
  columns: i32, rows: i32, repeats: i32, factor: f64, steps: usize, planes: usize,
): void {
  const size: usize = <usize>(columns * rows) << 2;
  const origin = v128.load(pose), right = v128.load(pose, 16), down = v128.load(pose, 32);
  // Exact, because both are powers of two.
  const perRepeat: f64 = 1 / <f64>repeats;
  const perFactor: f64 = 1 / factor;
  const share = f64x2.splat(perRepeat * perRepeat);
  const zero = f64x2.splat(0), one = f64x2.splat(1);
  const rowLength: f64 = <f64>width;
  const far = f64x2.replace_lane(f64x2.splat(<f64>(width - 1)), 1, <f64>(height - 1));
  const rowBytes: usize = <usize>width * 12;
  // Places of the reads of the first row of the grid, without the way down.
  for (let x: i32 = 0; x < columns; x++) {
    for (let i: i32 = 0; i < repeats; i++) {
      const cx: f64 = (<f64>x + (<f64>i + 0.5) * perRepeat) * perFactor - 0.5;
      v128.store(steps + (<usize>(x * repeats + i) << 4), f64x2.add(origin, f64x2.mul(f64x2.splat(cx), right)));
    }
  }
  for (let y: i32 = 0; y < rows; y++) {
    const last = load<i32>(spans, 4);
    for (let x: i32 = load<i32>(spans); x <= last; x++) {
      let pair = f64x2.splat(0);
      let blue: f64 = 0;
      for (let j: i32 = 0; j < repeats; j++) {
        const cy: f64 = (<f64>y + (<f64>j + 0.5) * perRepeat) * perFactor - 0.5;
        const way = f64x2.mul(f64x2.splat(cy), down);
        for (let i: i32 = 0; i < repeats; i++) {
          let place = f64x2.add(v128.load(steps + (<usize>(x * repeats + i) << 4)), way);
          place = f64x2.pmax(zero, f64x2.pmin(far, place));
          const corner = f64x2.floor(place);
          const part = f64x2.sub(place, corner);
          const rest = f64x2.sub(one, part);
          const isInside = f64x2.lt(corner, far);
          const index = f64x2.extract_lane(corner, 1) * rowLength + f64x2.extract_lane(corner, 0);
          const a: usize = source + <usize>wholeNumber(index) * 12;
          const b: usize = a + (<usize>i64x2.extract_lane(isInside, 0) & 12);
          const below: usize = <usize>i64x2.extract_lane(isInside, 1) & rowBytes;
          const c: usize = a + below;
          const d: usize = b + below;
          // Left and right of the upper two, then of the lower two.
          const sides = i64x2.shuffle(rest, part, 0, 2);
          const upper = f64x2.mul(f64x2.mul(sides, i64x2.shuffle(rest, rest, 1, 1)), share);
          const lower = f64x2.mul(f64x2.mul(sides, i64x2.shuffle(part, part, 1, 1)), share);
          let sum = f64x2.mul(i64x2.shuffle(upper, upper, 0, 0), f64x2.promote_low_f32x4(v128.load64_zero(a)));
          sum = f64x2.add(sum, f64x2.mul(i64x2.shuffle(upper, upper, 1, 1), f64x2.promote_low_f32x4(v128.load64_zero(b))));
          sum = f64x2.add(sum, f64x2.mul(i64x2.shuffle(lower, lower, 0, 0), f64x2.promote_low_f32x4(v128.load64_zero(c))));
          sum = f64x2.add(sum, f64x2.mul(i64x2.shuffle(lower, lower, 1, 1), f64x2.promote_low_f32x4(v128.load64_zero(d))));
          pair = f64x2.add(pair, sum);
          blue +=
            f64x2.extract_lane(upper, 0) * <f64>load<f32>(a, 8) + f64x2.extract_lane(upper, 1) * <f64>load<f32>(b, 8) +
            f64x2.extract_lane(lower, 0) * <f64>load<f32>(c, 8) + f64x2.extract_lane(lower, 1) * <f64>load<f32>(d, 8);
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
