/** Planes of single-precision values without margin: `data[(channel * height + row) * width + column]`. */
export interface ReferencePlanes {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
}

const { fround } = Math;

/** What the kernel does to a sum: `max(v, 0) + slope * min(v, 0)`, every operation rounded to single precision. */
function activate(value: number, slope: number): number {
  return fround(Math.max(value, 0) + fround(fround(slope) * Math.min(value, 0)));
}

/**
 * The convolution kernels in plain TypeScript with the kernels' order of summation: bias, then input by input, filter row by row,
 * column by column a product added, each step rounded to single precision. What the kernels must equal bit by bit.
 * @param weight - `[outputs][inputs][kernel][kernel]`
 * @param bias - one value an output; empty means none
 */
export function referenceConvolution(
  input: ReferencePlanes,
  weight: Float32Array,
  bias: Float32Array,
  kernel: 1 | 3,
  slope: number,
): ReferencePlanes {
  const { channels: inputs, height, width, data } = input;
  const outputs = weight.length / (inputs * kernel ** 2);
  const reach = (kernel - 1) / 2;
  const at = (c: number, y: number, x: number): number =>
    y < 0 || x < 0 || y >= height || x >= width ? 0 : data[(c * height + y) * width + x];
  const out = new Float32Array(outputs * height * width);
  for (let m = 0; m < outputs; m++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let sum = bias.length === 0 ? 0 : bias[m];
        for (let c = 0; c < inputs; c++) {
          for (let tap = 0; tap < kernel ** 2; tap++) {
            const dy = Math.floor(tap / kernel) - reach;
            const dx = (tap % kernel) - reach;
            const product = fround(weight[(m * inputs + c) * kernel ** 2 + tap] * at(c, y + dy, x + dx));
            sum = fround(sum + product);
          }
        }
        out[(m * height + y) * width + x] = activate(sum, slope);
      }
    }
  }
  return { channels: outputs, height, width, data: out };
}

/** 2 × 2 maximum pooling in plain TypeScript. */
export function referencePool({ channels, height, width, data }: ReferencePlanes): ReferencePlanes {
  const half = { channels, height: height / 2, width: width / 2 };
  const out = Float32Array.from({ length: data.length / 4 }, (_, i) => {
    const x = i % half.width;
    const row = Math.floor(i / half.width);
    const from = 2 * row * width + 2 * x;
    return Math.max(data[from], data[from + 1], data[from + width], data[from + width + 1]);
  });
  return { ...half, data: out };
}
