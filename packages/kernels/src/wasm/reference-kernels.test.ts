import { expect, it } from 'vitest';
import { ARENA_START, KernelInstance } from './kernel-instance.ts';
import { type ReferencePlanes, referenceConvolution, referencePool } from './reference-kernels.ts';

const SLOPE = 0.1;
const instance = new KernelInstance();

/** Numbers of both signs, with zeros of both signs among them. */
function values(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => {
    if (i % 11 === 3) return i % 2 === 0 ? 0 : -0;
    return Math.sin(i * 1.7 + seed) * 1.5;
  });
}

const planesOf = (channels: number, height: number, width: number, seed: number): ReferencePlanes => ({
  channels,
  height,
  width,
  data: values(channels * height * width, seed),
});

/** Where planes lie in the kernels' memory, in floats: a margin of zeros around each. */
function layOut(at: number, { channels, height, width }: Omit<ReferencePlanes, 'data'>) {
  const stride = Math.ceil(width / 8) * 8 + 8;
  const plane = (height + 2) * stride;
  return { at: at + stride + 4, stride, plane, end: at + channels * plane };
}

function write(planes: ReferencePlanes, { at, stride, plane }: ReturnType<typeof layOut>): void {
  const { channels, height, width, data } = planes;
  for (let c = 0; c < channels; c++) {
    for (let y = 0; y < height; y++) {
      const from = (c * height + y) * width;
      instance.floats.set(data.subarray(from, from + width), at + c * plane + y * stride);
    }
  }
}

/** Bits of the planes' values, after a check that their margins are still zero. */
function readBits(shape: Omit<ReferencePlanes, 'data'>, place: ReturnType<typeof layOut>): Uint32Array {
  const { channels, height, width } = shape;
  const first = place.at - place.stride - 4;
  const region = instance.floats.slice(first, place.end);
  const out = new Float32Array(channels * height * width);
  for (let c = 0; c < channels; c++) {
    for (let y = 0; y < height; y++) {
      const from = c * place.plane + (y + 1) * place.stride + 4;
      out.set(region.subarray(from, from + width), (c * height + y) * width);
      region.fill(0, from, from + width);
    }
  }
  expect(new Uint32Array(region.buffer).every((bits) => bits === 0)).toBe(true);
  return new Uint32Array(out.buffer);
}

const bitsOf = (planes: ReferencePlanes): Uint32Array => new Uint32Array(planes.data.buffer);

function convolve(
  input: ReferencePlanes,
  weight: Float32Array,
  bias: Float32Array,
  kernel: 1 | 3,
): Uint32Array {
  const outputs = weight.length / (input.channels * kernel ** 2);
  const shape = { channels: outputs, height: input.height, width: input.width };
  const weightAt = ARENA_START / 4;
  const biasAt = weightAt + weight.length;
  const from = layOut(biasAt + 16 + bias.length, input);
  const to = layOut(from.end, shape);
  instance.reserve(to.end * 4 + 64);
  instance.floats.fill(0, weightAt);
  instance.floats.set(weight, weightAt);
  instance.floats.set(bias, biasAt);
  write(input, from);
  const run = kernel === 3 ? instance.kernels.conv3x3 : instance.kernels.conv1x1;
  run(
    from.at * 4,
    weightAt * 4,
    bias.length === 0 ? 0 : biasAt * 4,
    to.at * 4,
    input.channels,
    outputs,
    input.height,
    input.width,
    from.stride,
    from.plane,
    SLOPE,
  );
  // Strides depend on the width only, planes on the height too: both are the same for input and output.
  return readBits(shape, to);
}

const sizes = [
  [1, 1],
  [2, 3],
  [3, 4],
  [4, 12],
  [5, 12],
  [5, 6],
  [3, 8],
  [4, 13],
  [2, 16],
  [7, 20],
] as const;

it.each([3, 1] as const)(
  'convolves %i wide to the bits of the plain reference, margins left zero',
  (kernel) => {
    for (const [height, width] of sizes) {
      for (const [inputs, outputs] of [
        [1, 1],
        [3, 4],
        [2, 7],
        [5, 8],
      ]) {
        const input = planesOf(inputs, height, width, height);
        const weight = values(outputs * inputs * kernel ** 2, 0.3);
        for (const bias of [values(outputs, 5), new Float32Array(0)]) {
          const expected = bitsOf(referenceConvolution(input, weight, bias, kernel, SLOPE));
          expect(convolve(input, weight, bias, kernel)).toEqual(expected);
        }
      }
    }
  },
);

it('pools to the bits of the plain reference, margins left zero', () => {
  for (const [height, width] of [
    [2, 2],
    [4, 6],
    [2, 12],
    [6, 16],
  ]) {
    const input = planesOf(3, height, width, width);
    const shape = { channels: 3, height: height / 2, width: width / 2 };
    const from = layOut(ARENA_START / 4, input);
    const to = layOut(from.end, shape);
    instance.reserve(to.end * 4 + 64);
    instance.floats.fill(0, ARENA_START / 4);
    write(input, from);
    instance.kernels.maxPool2(
      from.at * 4,
      to.at * 4,
      3,
      shape.height,
      shape.width,
      from.stride,
      from.plane,
      to.stride,
      to.plane,
    );
    expect(readBits(shape, to)).toEqual(bitsOf(referencePool(input)));
  }
});
