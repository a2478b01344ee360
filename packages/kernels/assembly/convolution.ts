// Direct 3 × 3 and 1 × 1 convolutions over padded planes.
//
// A plane of H × W values lies in (H + 2) rows of `stride` floats, value (0, 0) at row 1, column 4; all the rest is zero and
// stays zero, so 'same' padding needs no test in an inner loop. Pointers given here point at value (0, 0) of plane 0.
// Register blocking: four output channels × eight columns (or two rows of four) stay in registers over all inputs and taps.
// Every output is the bias, then input by input, filter row by row, column by column a product added: the order is part of the
// meaning, because bits are compared across machines.

// @ts-ignore: decorator
@inline
function activate(value: v128, slope: v128): v128 {
  // max(v, 0) + slope * min(v, 0); one instruction each in this order of operands, and the bits of f32x4.max and min.
  const zero = f32x4.splat(0);
  return f32x4.add(f32x4.pmax(zero, value), f32x4.mul(slope, f32x4.pmin(value, zero)));
}

// @ts-ignore: decorator
@inline
function storeBlock(to: usize, x: i32, width: i32, a: v128, b: v128): void {
  v128.store(to, a);
  v128.store(to, b, 16);
  for (let column = width; column < x + 8; column++) store<f32>(to + (<usize>(column - x) << 2), 0);
}

// @ts-ignore: decorator
@inline
function storePair(to: usize, second: usize, a: v128, b: v128, slopes: v128): void {
  v128.store(to, activate(a, slopes));
  v128.store(to + second, activate(b, slopes));
}

/** Four outputs of a 3 × 3 convolution at two vectors of four columns, `second` bytes apart in the input and in the output.
 * `source` points at the filter's first tap. The order of the statements matters: a weight is read once for both vectors, a
 * vector once for four outputs, and no more than 14 values are alive, so that V8 keeps all of them in registers. */
function tile4(
  source: usize, second: usize, to: usize, w0: usize, bias: usize,
  inputs: i32, row: usize, planeBytes: usize, slopes: v128,
): void {
  const filterBytes: usize = <usize>inputs * 36;
  let w1 = w0 + filterBytes;
  let w2 = w1 + filterBytes;
  let w3 = w2 + filterBytes;
  let s00 = f32x4.splat(0), s10 = s00, s20 = s00, s30 = s00;
  if (bias) {
    s00 = v128.load32_splat(bias);
    s10 = v128.load32_splat(bias, 4);
    s20 = v128.load32_splat(bias, 8);
    s30 = v128.load32_splat(bias, 12);
  }
  let s01 = s00, s11 = s10, s21 = s20, s31 = s30;
  let k0 = s00, k1 = s00, k2 = s00, k3 = s00, v = s00;
  let p0 = source;
  let q0 = source + second;
  for (let c: i32 = 0; c < inputs; c++) {
    const p1 = p0 + row, p2 = p1 + row, q1 = q0 + row, q2 = q1 + row;
    // Row 0 of the filters.
    k0 = v128.load32_splat(w0); k1 = v128.load32_splat(w1); k2 = v128.load32_splat(w2); k3 = v128.load32_splat(w3);
    v = v128.load(p0);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q0);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    k0 = v128.load32_splat(w0, 4); k1 = v128.load32_splat(w1, 4); k2 = v128.load32_splat(w2, 4); k3 = v128.load32_splat(w3, 4);
    v = v128.load(p0, 4);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q0, 4);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    k0 = v128.load32_splat(w0, 8); k1 = v128.load32_splat(w1, 8); k2 = v128.load32_splat(w2, 8); k3 = v128.load32_splat(w3, 8);
    v = v128.load(p0, 8);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q0, 8);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    // Row 1 of the filters.
    k0 = v128.load32_splat(w0, 12); k1 = v128.load32_splat(w1, 12); k2 = v128.load32_splat(w2, 12); k3 = v128.load32_splat(w3, 12);
    v = v128.load(p1);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q1);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    k0 = v128.load32_splat(w0, 16); k1 = v128.load32_splat(w1, 16); k2 = v128.load32_splat(w2, 16); k3 = v128.load32_splat(w3, 16);
    v = v128.load(p1, 4);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q1, 4);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    k0 = v128.load32_splat(w0, 20); k1 = v128.load32_splat(w1, 20); k2 = v128.load32_splat(w2, 20); k3 = v128.load32_splat(w3, 20);
    v = v128.load(p1, 8);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q1, 8);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    // Row 2 of the filters.
    k0 = v128.load32_splat(w0, 24); k1 = v128.load32_splat(w1, 24); k2 = v128.load32_splat(w2, 24); k3 = v128.load32_splat(w3, 24);
    v = v128.load(p2);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q2);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    k0 = v128.load32_splat(w0, 28); k1 = v128.load32_splat(w1, 28); k2 = v128.load32_splat(w2, 28); k3 = v128.load32_splat(w3, 28);
    v = v128.load(p2, 4);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q2, 4);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    k0 = v128.load32_splat(w0, 32); k1 = v128.load32_splat(w1, 32); k2 = v128.load32_splat(w2, 32); k3 = v128.load32_splat(w3, 32);
    v = v128.load(p2, 8);
    s00 = f32x4.add(s00, f32x4.mul(k0, v)); s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v)); s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(q2, 8);
    s01 = f32x4.add(s01, f32x4.mul(k0, v)); s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v)); s31 = f32x4.add(s31, f32x4.mul(k3, v));
    p0 += planeBytes;
    q0 += planeBytes;
    w0 += 36;
    w1 += 36;
    w2 += 36;
    w3 += 36;
  }
  storePair(to, second, s00, s01, slopes);
  to += planeBytes;
  storePair(to, second, s10, s11, slopes);
  to += planeBytes;
  storePair(to, second, s20, s21, slopes);
  to += planeBytes;
  storePair(to, second, s30, s31, slopes);
}

/** Zeroes what vectors have written beyond the ends of the rows of four planes. */
function clearTails4(first: usize, count: i32, height: i32, row: usize, planeBytes: usize): void {
  for (let m = 0; m < 4; m++) {
    let at = first;
    for (let y = 0; y < height; y++) {
      for (let i = 0; i < count; i++) store<f32>(at + (<usize>i << 2), 0);
      at += row;
    }
    first += planeBytes;
  }
}

/** `out[m] = activate(bias[m] + Σ_c weight[m][c] * in[c])`, weights `[out][in][3][3]`; `bias` 0 means none. */
export function conv3x3(
  input: usize, weight: usize, bias: usize, output: usize,
  inputs: i32, outputs: i32, height: i32, width: i32, stride: i32, plane: i32, slope: f32,
): void {
  const row: usize = <usize>stride << 2;
  const planeBytes: usize = <usize>plane << 2;
  const filterBytes: usize = <usize>inputs * 36;
  const slopes = f32x4.splat(slope);
  const paired = (width + 3) & ~7;
  const excess = ((width + 7) & ~7) - width;
  let m: i32 = 0;
  for (; m + 4 <= outputs; m += 4) {
    const w: usize = weight + <usize>m * filterBytes;
    const o: usize = output + <usize>m * planeBytes;
    const b: usize = bias ? bias + (<usize>m << 2) : 0;
    for (let y: i32 = 0; y < height; y++) {
      const at: usize = <usize>(y * stride) << 2;
      // A last half block shares a tile with that of the next row; the last row of an odd number has no such row.
      const wide = y + 1 < height || (y & 1) == 1 ? paired : width;
      let x: i32 = 0;
      for (; x < wide; x += 8) {
        const shift: usize = at + (<usize>x << 2);
        tile4(input + shift - row - 4, 16, o + shift, w, b, inputs, row, planeBytes, slopes);
      }
      if (x < width && (y & 1) == 0) {
        const shift: usize = at + (<usize>x << 2);
        tile4(input + shift - row - 4, row, o + shift, w, b, inputs, row, planeBytes, slopes);
      }
    }
    if (excess) clearTails4(o + (<usize>width << 2), excess, height, row, planeBytes);
  }
  for (; m < outputs; m++) {
    const w: usize = weight + <usize>m * filterBytes;
    const o: usize = output + <usize>m * planeBytes;
    const b = bias ? v128.load32_splat(bias + (<usize>m << 2)) : f32x4.splat(0);
    for (let y: i32 = 0; y < height; y++) {
      for (let x: i32 = 0; x < width; x += 8) {
        const at: usize = (<usize>(y * stride + x) << 2);
        let s0 = b, s1 = b;
        let source: usize = input + at - row - 4;
        let k: usize = w;
        for (let c: i32 = 0; c < inputs; c++) {
          let line = source;
          for (let dy: i32 = 0; dy < 3; dy++) {
            let t = v128.load32_splat(k);
            s0 = f32x4.add(s0, f32x4.mul(t, v128.load(line))); s1 = f32x4.add(s1, f32x4.mul(t, v128.load(line, 16)));
            t = v128.load32_splat(k, 4);
            s0 = f32x4.add(s0, f32x4.mul(t, v128.load(line, 4))); s1 = f32x4.add(s1, f32x4.mul(t, v128.load(line, 20)));
            t = v128.load32_splat(k, 8);
            s0 = f32x4.add(s0, f32x4.mul(t, v128.load(line, 8))); s1 = f32x4.add(s1, f32x4.mul(t, v128.load(line, 24)));
            line += row;
            k += 12;
          }
          source += planeBytes;
        }
        storeBlock(o + at, x, width, activate(s0, slopes), activate(s1, slopes));
      }
    }
  }
}

/** Four outputs of a 1 × 1 convolution at eight columns. */
function point4(
  source: usize, to: usize, w0: usize, bias: usize, inputs: i32, planeBytes: usize, slopes: v128,
): void {
  const filterBytes: usize = <usize>inputs << 2;
  let w1 = w0 + filterBytes;
  let w2 = w1 + filterBytes;
  let w3 = w2 + filterBytes;
  let s00 = f32x4.splat(0), s10 = s00, s20 = s00, s30 = s00;
  if (bias) {
    s00 = v128.load32_splat(bias);
    s10 = v128.load32_splat(bias, 4);
    s20 = v128.load32_splat(bias, 8);
    s30 = v128.load32_splat(bias, 12);
  }
  let s01 = s00, s11 = s10, s21 = s20, s31 = s30;
  for (let c: i32 = 0; c < inputs; c++) {
    const k0 = v128.load32_splat(w0), k1 = v128.load32_splat(w1), k2 = v128.load32_splat(w2), k3 = v128.load32_splat(w3);
    let v = v128.load(source);
    s00 = f32x4.add(s00, f32x4.mul(k0, v));
    s10 = f32x4.add(s10, f32x4.mul(k1, v));
    s20 = f32x4.add(s20, f32x4.mul(k2, v));
    s30 = f32x4.add(s30, f32x4.mul(k3, v));
    v = v128.load(source, 16);
    s01 = f32x4.add(s01, f32x4.mul(k0, v));
    s11 = f32x4.add(s11, f32x4.mul(k1, v));
    s21 = f32x4.add(s21, f32x4.mul(k2, v));
    s31 = f32x4.add(s31, f32x4.mul(k3, v));
    source += planeBytes;
    w0 += 4;
    w1 += 4;
    w2 += 4;
    w3 += 4;
  }
  storePair(to, 16, s00, s01, slopes);
  to += planeBytes;
  storePair(to, 16, s10, s11, slopes);
  to += planeBytes;
  storePair(to, 16, s20, s21, slopes);
  to += planeBytes;
  storePair(to, 16, s30, s31, slopes);
}

/** As `conv3x3` with a single tap; weights `[out][in]`. */
export function conv1x1(
  input: usize, weight: usize, bias: usize, output: usize,
  inputs: i32, outputs: i32, height: i32, width: i32, stride: i32, plane: i32, slope: f32,
): void {
  const row: usize = <usize>stride << 2;
  const planeBytes: usize = <usize>plane << 2;
  const filterBytes: usize = <usize>inputs << 2;
  const slopes = f32x4.splat(slope);
  const excess = ((width + 7) & ~7) - width;
  let m: i32 = 0;
  for (; m + 4 <= outputs; m += 4) {
    const w: usize = weight + <usize>m * filterBytes;
    const o: usize = output + <usize>m * planeBytes;
    const b: usize = bias ? bias + (<usize>m << 2) : 0;
    for (let y: i32 = 0; y < height; y++) {
      for (let x: i32 = 0; x < width; x += 8) {
        const at: usize = <usize>(y * stride + x) << 2;
        point4(input + at, o + at, w, b, inputs, planeBytes, slopes);
      }
    }
    if (excess) clearTails4(o + (<usize>width << 2), excess, height, row, planeBytes);
  }
  for (; m < outputs; m++) {
    const w: usize = weight + <usize>m * filterBytes;
    const o: usize = output + <usize>m * planeBytes;
    const b = bias ? v128.load32_splat(bias + (<usize>m << 2)) : f32x4.splat(0);
    for (let y: i32 = 0; y < height; y++) {
      for (let x: i32 = 0; x < width; x += 8) {
        const at: usize = <usize>(y * stride + x) << 2;
        let s0 = b, s1 = b;
        let source: usize = input + at;
        for (let c: i32 = 0; c < inputs; c++) {
          const k = v128.load32_splat(w + (<usize>c << 2));
          s0 = f32x4.add(s0, f32x4.mul(k, v128.load(source)));
          s1 = f32x4.add(s1, f32x4.mul(k, v128.load(source, 16)));
          source += planeBytes;
        }
        storeBlock(o + at, x, width, activate(s0, slopes), activate(s1, slopes));
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function horizontalSum(v: v128): f32 {
  return (f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1)) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

// @ts-ignore: decorator
@inline
function addTo(at: usize, v: v128): void {
  store<f32>(at, load<f32>(at) + horizontalSum(v));
}

/** Adds to `[out][in][3][3]` weight gradients the correlation of the outputs' gradients with the inputs. */
export function conv3x3WeightGradient(
  input: usize, outputGradient: usize, weightGradient: usize,
  inputs: i32, outputs: i32, height: i32, width: i32, stride: i32, plane: i32,
): void {
  const row: usize = <usize>stride << 2;
  const planeBytes: usize = <usize>plane << 2;
  for (let m: i32 = 0; m < outputs; m++) {
    for (let c: i32 = 0; c < inputs; c++) {
      let g0 = f32x4.splat(0), g1 = f32x4.splat(0), g2 = f32x4.splat(0);
      let g3 = f32x4.splat(0), g4 = f32x4.splat(0), g5 = f32x4.splat(0);
      let g6 = f32x4.splat(0), g7 = f32x4.splat(0), g8 = f32x4.splat(0);
      // Input row y meets the output rows y + 1, y and y - 1 through the filter's first, second and third row.
      for (let y: i32 = 0; y < height; y++) {
        let p: usize = input + <usize>c * planeBytes + <usize>y * row - 4;
        let d: usize = outputGradient + <usize>m * planeBytes + <usize>y * row;
        const end: usize = d + (<usize>width << 2);
        for (; d < end; d += 16, p += 16) {
          const d0 = v128.load(d + row);
          const d1 = v128.load(d);
          const d2 = v128.load(d - row);
          const left = v128.load(p);
          g0 = f32x4.add(g0, f32x4.mul(d0, left));
          g3 = f32x4.add(g3, f32x4.mul(d1, left));
          g6 = f32x4.add(g6, f32x4.mul(d2, left));
          const centre = v128.load(p, 4);
          g1 = f32x4.add(g1, f32x4.mul(d0, centre));
          g4 = f32x4.add(g4, f32x4.mul(d1, centre));
          g7 = f32x4.add(g7, f32x4.mul(d2, centre));
          const right = v128.load(p, 8);
          g2 = f32x4.add(g2, f32x4.mul(d0, right));
          g5 = f32x4.add(g5, f32x4.mul(d1, right));
          g8 = f32x4.add(g8, f32x4.mul(d2, right));
        }
      }
      const to: usize = weightGradient + <usize>(m * inputs + c) * 36;
      addTo(to, g0); addTo(to + 4, g1); addTo(to + 8, g2);
      addTo(to + 12, g3); addTo(to + 16, g4); addTo(to + 20, g5);
      addTo(to + 24, g6); addTo(to + 28, g7); addTo(to + 32, g8);
    }
  }
}

/** As `conv3x3WeightGradient` with a single tap; gradients `[out][in]`. */
export function conv1x1WeightGradient(
  input: usize, outputGradient: usize, weightGradient: usize,
  inputs: i32, outputs: i32, height: i32, width: i32, stride: i32, plane: i32,
): void {
  const row: usize = <usize>stride << 2;
  const planeBytes: usize = <usize>plane << 2;
  for (let m: i32 = 0; m < outputs; m++) {
    for (let c: i32 = 0; c < inputs; c++) {
      let sum = f32x4.splat(0);
      for (let y: i32 = 0; y < height; y++) {
        let p: usize = input + <usize>c * planeBytes + <usize>y * row;
        let d: usize = outputGradient + <usize>m * planeBytes + <usize>y * row;
        const end: usize = d + (<usize>width << 2);
        for (; d < end; d += 16, p += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(d), v128.load(p)));
      }
      addTo(weightGradient + <usize>(m * inputs + c) * 4, sum);
    }
  }
}

/** Adds each output plane's sum of gradients to its bias gradient. */
export function biasGradient(
  outputGradient: usize, gradient: usize, outputs: i32, height: i32, width: i32, stride: i32, plane: i32,
): void {
  for (let m: i32 = 0; m < outputs; m++) {
    let sum = f32x4.splat(0);
    for (let y: i32 = 0; y < height; y++) {
      let d: usize = outputGradient + (<usize>(m * plane + y * stride) << 2);
      const end: usize = d + (<usize>width << 2);
      for (; d < end; d += 16) sum = f32x4.add(sum, v128.load(d));
    }
    addTo(gradient + (<usize>m << 2), sum);
  }
}

/** Weights `[out][in][size]` to `[in][out][size]` with the taps in reverse: a convolution with them carries gradients back. */
export function transposeWeights(weight: usize, to: usize, inputs: i32, outputs: i32, size: i32): void {
  for (let m: i32 = 0; m < outputs; m++) {
    for (let c: i32 = 0; c < inputs; c++) {
      const source: usize = weight + <usize>((m * inputs + c) * size) * 4;
      const target: usize = to + <usize>((c * outputs + m) * size) * 4;
      for (let t: i32 = 0; t < size; t++) store<f32>(target + (<usize>(size - 1 - t) << 2), load<f32>(source + (<usize>t << 2)));
    }
  }
}
