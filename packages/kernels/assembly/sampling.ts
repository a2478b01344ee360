// Weighted sums of byte rows and of interleaved triples: the two halves of separable resampling. Sums are formed in double
// precision in the order of the taps and rounded to single precision where the plain code stores them.

// @ts-ignore: decorator
@inline
function toSingle(value: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(value));
}

// @ts-ignore: decorator
@inline
function highHalf(value: v128): v128 {
  return i64x2.shuffle(value, value, 1, 1);
}

/** `line[i] = Σ_k weights[k] * rows[k][i]`, rounded to single precision after every row. Rows lie `rowBytes` apart, weights are
 * doubles, `line` is single precision; both are used up to the next multiple of eight values. */
export function weighByteRows(rows: usize, rowBytes: usize, weights: usize, count: i32, line: usize, length: i32): void {
  for (let i: i32 = 0; i < length; i += 8) {
    let a = f64x2.splat(0), b = a, c = a, d = a;
    let row = rows;
    for (let k: i32 = 0; k < count; k++) {
      const weight = v128.load64_splat(weights + (<usize>k << 3));
      const values = v128.load8x8_u(row);
      const low = i32x4.extend_low_i16x8_u(values);
      const high = i32x4.extend_high_i16x8_u(values);
      a = toSingle(f64x2.add(a, f64x2.mul(weight, f64x2.convert_low_i32x4_s(low))));
      b = toSingle(f64x2.add(b, f64x2.mul(weight, f64x2.convert_low_i32x4_s(highHalf(low)))));
      c = toSingle(f64x2.add(c, f64x2.mul(weight, f64x2.convert_low_i32x4_s(high))));
      d = toSingle(f64x2.add(d, f64x2.mul(weight, f64x2.convert_low_i32x4_s(highHalf(high)))));
      row += rowBytes;
    }
    v128.store64_lane(line, f32x4.demote_f64x2_zero(a), 0);
    v128.store64_lane(line, f32x4.demote_f64x2_zero(b), 0, 8);
    v128.store64_lane(line, f32x4.demote_f64x2_zero(c), 0, 16);
    v128.store64_lane(line, f32x4.demote_f64x2_zero(d), 0, 24);
    rows += 8;
    line += 32;
  }
}

/** Triple `x` of `to` is the sum of `counts[x]` triples of `line` from byte `offsets[x]` on, times doubles from
 * `weights + x * weightBytes` on; sums in double precision, stored in single. */
export function weighTriples(
  line: usize, offsets: usize, counts: usize, weights: usize, weightBytes: usize, to: usize, outputs: i32,
): void {
  for (let x: i32 = 0; x < outputs; x++) {
    let at: usize = line + load<u32>(offsets);
    let weightAt = weights;
    let pair = f64x2.splat(0);
    let third: f64 = 0;
    for (let count = load<i32>(counts); count > 0; count--) {
      pair = f64x2.add(pair, f64x2.mul(v128.load64_splat(weightAt), f64x2.promote_low_f32x4(v128.load64_zero(at))));
      third += load<f64>(weightAt) * <f64>load<f32>(at, 8);
      at += 12;
      weightAt += 8;
    }
    v128.store64_lane(to, f32x4.demote_f64x2_zero(pair), 0);
    store<f32>(to, <f32>third, 8);
    offsets += 4;
    counts += 4;
    weights += weightBytes;
    to += 12;
  }
}
