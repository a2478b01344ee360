// Direct 3 × 3 and 1 × 1 convolutions over padded planes.
//
// A plane of H × W values lies in (H + 2) rows of `stride` floats, value (0, 0) at row 1, column 4; all the rest is zero and
// stays zero, so 'same' padding needs no test in an inner loop. Pointers given here point at value (0, 0) of plane 0.
// Register blocking: four output channels × eight columns stay in registers over all inputs and taps.

// @ts-ignore: decorator
@inline
function activate(value: v128, slope: v128): v128 {
  // max(v, 0) + slope * min(v, 0)
  const zero = f32x4.splat(0);
  return f32x4.add(f32x4.max(value, zero), f32x4.mul(slope, f32x4.min(value, zero)));
}

// @ts-ignore: decorator
@inline
function storeBlock(to: usize, x: i32, width: i32, a: v128, b: v128): void {
  v128.store(to, a);
  v128.store(to, b, 16);
  for (let column = width; column < x + 8; column++) store<f32>(to + (<usize>(column - x) << 2), 0);
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
  let m: i32 = 0;
  for (; m + 4 <= outputs; m += 4) {
    const w: usize = weight + <usize>m * filterBytes;
    const o: usize = output + <usize>m * planeBytes;
    const b0 = bias ? v128.load32_splat(bias + (<usize>m << 2)) : f32x4.splat(0);
    const b1 = bias ? v128.load32_splat(bias + (<usize>m << 2), 4) : f32x4.splat(0);
    const b2 = bias ? v128.load32_splat(bias + (<usize>m << 2), 8) : f32x4.splat(0);
    const b3 = bias ? v128.load32_splat(bias + (<usize>m << 2), 12) : f32x4.splat(0);
    for (let y: i32 = 0; y < height; y++) {
      for (let x: i32 = 0; x < width; x += 8) {
        const at: usize = (<usize>(y * stride + x) << 2);
        let s00 = b0, s01 = b0, s10 = b1, s11 = b1, s20 = b2, s21 = b2, s30 = b3, s31 = b3;
        let source: usize = input + at - row - 4;
        let w0: usize = w;
        for (let c: i32 = 0; c < inputs; c++) {
          let line = source;
          for (let dy: i32 = 0; dy < 3; dy++) {
            const w1 = w0 + filterBytes;
            const w2 = w1 + filterBytes;
            const w3 = w2 + filterBytes;
            let p = v128.load(line), q = v128.load(line, 16);
            let k = v128.load32_splat(w0);
            s00 = f32x4.add(s00, f32x4.mul(k, p)); s01 = f32x4.add(s01, f32x4.mul(k, q));
            k = v128.load32_splat(w1);
            s10 = f32x4.add(s10, f32x4.mul(k, p)); s11 = f32x4.add(s11, f32x4.mul(k, q));
            k = v128.load32_splat(w2);
            s20 = f32x4.add(s20, f32x4.mul(k, p)); s21 = f32x4.add(s21, f32x4.mul(k, q));
            k = v128.load32_splat(w3);
            s30 = f32x4.add(s30, f32x4.mul(k, p)); s31 = f32x4.add(s31, f32x4.mul(k, q));
            p = v128.load(line, 4); q = v128.load(line, 20);
            k = v128.load32_splat(w0, 4);
            s00 = f32x4.add(s00, f32x4.mul(k, p)); s01 = f32x4.add(s01, f32x4.mul(k, q));
            k = v128.load32_splat(w1, 4);
            s10 = f32x4.add(s10, f32x4.mul(k, p)); s11 = f32x4.add(s11, f32x4.mul(k, q));
            k = v128.load32_splat(w2, 4);
            s20 = f32x4.add(s20, f32x4.mul(k, p)); s21 = f32x4.add(s21, f32x4.mul(k, q));
            k = v128.load32_splat(w3, 4);
            s30 = f32x4.add(s30, f32x4.mul(k, p)); s31 = f32x4.add(s31, f32x4.mul(k, q));
            p = v128.load(line, 8); q = v128.load(line, 24);
            k = v128.load32_splat(w0, 8);
            s00 = f32x4.add(s00, f32x4.mul(k, p)); s01 = f32x4.add(s01, f32x4.mul(k, q));
            k = v128.load32_splat(w1, 8);
            s10 = f32x4.add(s10, f32x4.mul(k, p)); s11 = f32x4.add(s11, f32x4.mul(k, q));
            k = v128.load32_splat(w2, 8);
            s20 = f32x4.add(s20, f32x4.mul(k, p)); s21 = f32x4.add(s21, f32x4.mul(k, q));
            k = v128.load32_splat(w3, 8);
            s30 = f32x4.add(s30, f32x4.mul(k, p)); s31 = f32x4.add(s31, f32x4.mul(k, q));
            line += row;
            w0 += 12;
          }
          source += planeBytes;
        }
        const to = o + at;
        storeBlock(to, x, width, activate(s00, slopes), activate(s01, slopes));
        storeBlock(to + planeBytes, x, width, activate(s10, slopes), activate(s11, slopes));
        storeBlock(to + 2 * planeBytes, x, width, activate(s20, slopes), activate(s21, slopes));
        storeBlock(to + 3 * planeBytes, x, width, activate(s30, slopes), activate(s31, slopes));
      }
    }
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

/** As `conv3x3` with a single tap; weights `[out][in]`. */
export function conv1x1(
  input: usize, weight: usize, bias: usize, output: usize,
  inputs: i32, outputs: i32, height: i32, width: i32, stride: i32, plane: i32, slope: f32,
): void {
  const planeBytes: usize = <usize>plane << 2;
  const slopes = f32x4.splat(slope);
  for (let m: i32 = 0; m < outputs; m++) {
    const w: usize = weight + <usize>(m * inputs) * 4;
    const o: usize = output + <usize>m * planeBytes;
    const b = bias ? v128.load32_splat(bias + (<usize>m << 2)) : f32x4.splat(0);
    for (let y: i32 = 0; y < height; y++) {
      for (let x: i32 = 0; x < width; x += 8) {
        const at: usize = (<usize>(y * stride + x) << 2);
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
