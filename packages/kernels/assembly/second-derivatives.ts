// Second derivatives of a grid by separable filters of nine taps, in double precision, kept in single between the two passes.

// @ts-ignore: decorator
@inline
function at2(pointer: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(pointer));
}

// @ts-ignore: decorator
@inline
function keep2(to: usize, value: v128): void {
  v128.store64_lane(to, f32x4.demote_f64x2_zero(value), 0);
}

/** An even filter over the samples `step` bytes apart around two neighbours. */
// @ts-ignore: decorator
@inline
function even2(at: usize, step: usize, filter: usize): v128 {
  let sum = f64x2.mul(v128.load64_splat(filter), at2(at));
  sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(filter, 8), f64x2.add(at2(at - step), at2(at + step))));
  sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(filter, 16), f64x2.add(at2(at - 2 * step), at2(at + 2 * step))));
  sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(filter, 24), f64x2.add(at2(at - 3 * step), at2(at + 3 * step))));
  return f64x2.add(sum, f64x2.mul(v128.load64_splat(filter, 32), f64x2.add(at2(at - 4 * step), at2(at + 4 * step))));
}

/** An odd filter likewise. */
// @ts-ignore: decorator
@inline
function odd2(at: usize, step: usize, filter: usize): v128 {
  let sum = f64x2.mul(v128.load64_splat(filter, 8), f64x2.sub(at2(at + step), at2(at - step)));
  sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(filter, 16), f64x2.sub(at2(at + 2 * step), at2(at - 2 * step))));
  sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(filter, 24), f64x2.sub(at2(at + 3 * step), at2(at - 3 * step))));
  return f64x2.add(sum, f64x2.mul(v128.load64_splat(filter, 32), f64x2.sub(at2(at + 4 * step), at2(at - 4 * step))));
}

/** True when a sample and those four away on each side are inside. */
// @ts-ignore: decorator
@inline
function isSupported(inside: usize, width: usize): bool {
  return (load<u8>(inside) & load<u8>(inside - 4) & load<u8>(inside, 4) & load<u8>(inside - 4 * width) & load<u8>(inside + 4 * width)) != 0;
}

/** Sums of products of the second derivatives over the samples of an area whose support lies inside.
 * @param values - single precision, `width` a row
 * @param inside - bytes 0 or 1   @param zones - signed bytes, below 0 for none
 * @param filters - doubles at 0 to 4 samples from the centre: smooth (even), first (odd), second (even)
 * @param rows - room for three planes of `size` values in single precision
 * @param sums - doubles, added to: xx xx, yy yy, xy xy, xx yy, xx xy, yy xy, the count; then from `sums + 64` a pair for each
 *   zone, its xx² + 2 xy² + yy² and its count */
export function secondDerivativeSums(
  values: usize, inside: usize, zones: usize, width: i32, size: i32,
  left: i32, right: i32, top: i32, bottom: i32, filters: usize, rows: usize, sums: usize,
): void {
  const plane: usize = <usize>size << 2;
  const step: usize = <usize>width << 2;
  const smooth = filters, first = filters + 40, second = filters + 80;
  for (let y = top; y <= bottom; y++) {
    let at: usize = <usize>(y * width + left + 4) << 2;
    for (let x = left + 4; x <= right - 4; x += 2) {
      // As even2, odd2 and even2 along the row, every sample read once.
      const from = values + at;
      const to = rows + at;
      const centre = at2(from);
      let s = f64x2.mul(v128.load64_splat(smooth), centre);
      let d = f64x2.mul(v128.load64_splat(second), centre);
      let before = at2(from - 4), after = at2(from + 4);
      let both = f64x2.add(before, after);
      s = f64x2.add(s, f64x2.mul(v128.load64_splat(smooth, 8), both));
      d = f64x2.add(d, f64x2.mul(v128.load64_splat(second, 8), both));
      let f = f64x2.mul(v128.load64_splat(first, 8), f64x2.sub(after, before));
      before = at2(from - 8);
      after = at2(from + 8);
      both = f64x2.add(before, after);
      s = f64x2.add(s, f64x2.mul(v128.load64_splat(smooth, 16), both));
      d = f64x2.add(d, f64x2.mul(v128.load64_splat(second, 16), both));
      f = f64x2.add(f, f64x2.mul(v128.load64_splat(first, 16), f64x2.sub(after, before)));
      before = at2(from - 12);
      after = at2(from + 12);
      both = f64x2.add(before, after);
      s = f64x2.add(s, f64x2.mul(v128.load64_splat(smooth, 24), both));
      d = f64x2.add(d, f64x2.mul(v128.load64_splat(second, 24), both));
      f = f64x2.add(f, f64x2.mul(v128.load64_splat(first, 24), f64x2.sub(after, before)));
      before = at2(from - 16);
      after = at2(from + 16);
      both = f64x2.add(before, after);
      keep2(to, f64x2.add(s, f64x2.mul(v128.load64_splat(smooth, 32), both)));
      keep2(to + plane, f64x2.add(f, f64x2.mul(v128.load64_splat(first, 32), f64x2.sub(after, before))));
      keep2(to + 2 * plane, f64x2.add(d, f64x2.mul(v128.load64_splat(second, 32), both)));
      at += 8;
    }
  }
  let s0: f64 = load<f64>(sums), s1: f64 = load<f64>(sums, 8), s2: f64 = load<f64>(sums, 16);
  let s3: f64 = load<f64>(sums, 24), s4: f64 = load<f64>(sums, 32), s5: f64 = load<f64>(sums, 40);
  let count: f64 = load<f64>(sums, 48);
  for (let y = top + 4; y <= bottom - 4; y++) {
    for (let x = left + 4; x <= right - 4; x += 2) {
      const index: usize = <usize>(y * width + x);
      const isFirst = isSupported(inside + index, width);
      const isNext = x < right - 4 && isSupported(inside + index + 1, width);
      if (!isFirst && !isNext) continue;
      const at: usize = rows + (index << 2);
      const xx2 = even2(at + 2 * plane, step, smooth);
      const xy2 = odd2(at + plane, step, first);
      const yy2 = even2(at, step, second);
      for (let lane: usize = 0; lane < 2; lane++) {
        if (!(lane == 0 ? isFirst : isNext)) continue;
        const xx: f64 = lane == 0 ? f64x2.extract_lane(xx2, 0) : f64x2.extract_lane(xx2, 1);
        const xy: f64 = lane == 0 ? f64x2.extract_lane(xy2, 0) : f64x2.extract_lane(xy2, 1);
        const yy: f64 = lane == 0 ? f64x2.extract_lane(yy2, 0) : f64x2.extract_lane(yy2, 1);
        count += 1;
        s0 += xx * xx;
        s1 += yy * yy;
        s2 += xy * xy;
        s3 += xx * yy;
        s4 += xx * xy;
        s5 += yy * xy;
        const zone: i32 = load<i8>(zones + index + lane);
        if (zone < 0) continue;
        const to: usize = sums + 64 + (<usize>zone << 4);
        store<f64>(to, load<f64>(to) + (xx * xx + 2 * xy * xy + yy * yy));
        store<f64>(to, load<f64>(to, 8) + 1, 8);
      }
    }
  }
  store<f64>(sums, s0);
  store<f64>(sums, s1, 8);
  store<f64>(sums, s2, 16);
  store<f64>(sums, s3, 24);
  store<f64>(sums, s4, 32);
  store<f64>(sums, s5, 40);
  store<f64>(sums, count, 48);
}
