// 2 × 2 maximum pooling, nearest ×2 upsampling, and the way back of both; plane layout as in convolution.ts.

/** Each output value is the largest of its 2 × 2 block; sizes are the output's. */
export function maxPool2(
  input: usize, output: usize, channels: i32, height: i32, width: i32,
  inputStride: i32, inputPlane: i32, stride: i32, plane: i32,
): void {
  for (let k: i32 = 0; k < channels; k++) {
    for (let y: i32 = 0; y < height; y++) {
      let p: usize = input + (<usize>(k * inputPlane + 2 * y * inputStride) << 2);
      const below: usize = <usize>inputStride << 2;
      let o: usize = output + (<usize>(k * plane + y * stride) << 2);
      // Four outputs a step: beyond the row's end are zeros, whose maximum is again zero.
      for (let x: i32 = 0; x < width; x += 4) {
        const a = v128.load(p), b = v128.load(p, 16);
        const c = v128.load(p + below), d = v128.load(p + below, 16);
        const left = f32x4.max(f32x4.shuffle(a, b, 0, 2, 4, 6), f32x4.shuffle(a, b, 1, 3, 5, 7));
        const right = f32x4.max(f32x4.shuffle(c, d, 0, 2, 4, 6), f32x4.shuffle(c, d, 1, 3, 5, 7));
        v128.store(o, f32x4.max(left, right));
        p += 32;
        o += 16;
      }
    }
  }
}

/** Adds each output's gradient to the first input of its block that held the maximum. */
export function maxPool2Gradient(
  input: usize, output: usize, outputGradient: usize, inputGradient: usize, channels: i32, height: i32, width: i32,
  inputStride: i32, inputPlane: i32, stride: i32, plane: i32,
): void {
  const below: usize = <usize>inputStride << 2;
  for (let c: i32 = 0; c < channels; c++) {
    for (let y: i32 = 0; y < height; y++) {
      const base: usize = <usize>(c * inputPlane + 2 * y * inputStride) << 2;
      const from: usize = <usize>(c * plane + y * stride) << 2;
      for (let x: i32 = 0; x < width; x++) {
        const p: usize = base + (<usize>x << 3);
        const o: usize = from + (<usize>x << 2);
        const value = load<f32>(output + o);
        let at: usize = p;
        if (load<f32>(input + at) != value) {
          at = p + 4;
          if (load<f32>(input + at) != value) {
            at = p + below;
            if (load<f32>(input + at) != value) at += 4;
          }
        }
        store<f32>(inputGradient + at, load<f32>(inputGradient + at) + load<f32>(outputGradient + o));
      }
    }
  }
}

/** Repeats each value in a 2 × 2 block; sizes are the input's. */
export function upsample2(
  input: usize, output: usize, channels: i32, height: i32, width: i32,
  inputStride: i32, inputPlane: i32, stride: i32, plane: i32,
): void {
  const below: usize = <usize>stride << 2;
  for (let c: i32 = 0; c < channels; c++) {
    for (let y: i32 = 0; y < height; y++) {
      let p: usize = input + (<usize>(c * inputPlane + y * inputStride) << 2);
      let o: usize = output + (<usize>(c * plane + 2 * y * stride) << 2);
      for (let x: i32 = 0; x < width; x++) {
        const value = load<f32>(p);
        store<f32>(o, value);
        store<f32>(o, value, 4);
        store<f32>(o + below, value);
        store<f32>(o + below, value, 4);
        p += 4;
        o += 8;
      }
    }
  }
}

/** Sets each input's gradient to the sum over its block. */
export function upsample2Gradient(
  outputGradient: usize, inputGradient: usize, channels: i32, height: i32, width: i32,
  inputStride: i32, inputPlane: i32, stride: i32, plane: i32,
): void {
  const below: usize = <usize>stride << 2;
  for (let c: i32 = 0; c < channels; c++) {
    for (let y: i32 = 0; y < height; y++) {
      let p: usize = inputGradient + (<usize>(c * inputPlane + y * inputStride) << 2);
      let o: usize = outputGradient + (<usize>(c * plane + 2 * y * stride) << 2);
      for (let x: i32 = 0; x < width; x++) {
        store<f32>(p, (load<f32>(o) + load<f32>(o, 4)) + (load<f32>(o + below) + load<f32>(o + below, 4)));
        p += 4;
        o += 8;
      }
    }
  }
}
