import { LEAKY_SLOPE, type NetworkDefinition, outputLevel } from './network-definition.ts';

/** Planar values in double precision. */
export interface ReferencePlanes {
  readonly data: Float64Array;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

type Tensors = Readonly<Record<string, ArrayLike<number>>>;

/**
 * The forward pass in plain TypeScript and double precision: what the kernels are measured against, in tests and benchmarks.
 * @returns logits and the bottleneck's features
 */
export function referenceForward(
  definition: NetworkDefinition,
  weights: Tensors,
  input: ArrayLike<number>,
  height: number,
  width: number,
): { output: ReferencePlanes; bottleneck: ReferencePlanes } {
  const { encoder, decoder, fold, inputChannels } = definition;
  let current = foldPlanes({ data: Float64Array.from(input), channels: inputChannels, height, width }, fold);
  const skips: ReferencePlanes[] = [];
  encoder.forEach((level, index) => {
    for (let i = 0; i < level.convolutions; i++) {
      current = convolvePlanes(current, weights, `encoder.${index}.${i}`, level.channels, 3, LEAKY_SLOPE);
    }
    skips.push(current);
    if (index < encoder.length - 1) current = poolPlanes(current);
  });
  const bottleneck = current;
  for (let index = decoder.length - 1; index >= 0; index--) {
    const level = decoder[index];
    const lifted = convolvePlanes(current, weights, `decoder.${index}.lift`, level.channels, 1, LEAKY_SLOPE);
    current = joinPlanes(upsamplePlanes(lifted), skips[outputLevel(definition) + index]);
    for (let i = 0; i < level.convolutions; i++) {
      current = convolvePlanes(current, weights, `decoder.${index}.${i}`, level.channels, 3, LEAKY_SLOPE);
    }
  }
  return { output: convolvePlanes(current, weights, 'output', definition.outputChannels, 1, 1), bottleneck };
}

function foldPlanes(planes: ReferencePlanes, fold: number): ReferencePlanes {
  const height = planes.height / fold;
  const width = planes.width / fold;
  const data = new Float64Array(planes.data.length);
  for (let c = 0; c < planes.channels; c++) {
    for (let y = 0; y < planes.height; y++) {
      for (let x = 0; x < planes.width; x++) {
        const channel = (c * fold + (y % fold)) * fold + (x % fold);
        data[(channel * height + Math.floor(y / fold)) * width + Math.floor(x / fold)] =
          planes.data[(c * planes.height + y) * planes.width + x];
      }
    }
  }
  return { data, channels: planes.channels * fold ** 2, height, width };
}

/** 'Same' convolution with zero padding, kernel 1 or 3, then a leaky ReLU (`slope` 1: none). */
export function convolvePlanes(
  input: ReferencePlanes,
  weights: Tensors,
  name: string,
  channels: number,
  kernel: number,
  slope: number,
): ReferencePlanes {
  const { height, width } = input;
  const weight = weights[`${name}.weight`];
  const bias = weights[`${name}.bias`];
  const reach = (kernel - 1) / 2;
  const data = new Float64Array(channels * height * width);
  for (let m = 0; m < channels; m++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let sum = bias[m];
        for (let c = 0; c < input.channels; c++) {
          for (let dy = -reach; dy <= reach; dy++) {
            if (y + dy < 0 || y + dy >= height) continue;
            for (let dx = -reach; dx <= reach; dx++) {
              if (x + dx < 0 || x + dx >= width) continue;
              const tap = ((m * input.channels + c) * kernel + dy + reach) * kernel + dx + reach;
              sum += weight[tap] * input.data[(c * height + y + dy) * width + x + dx];
            }
          }
        }
        data[(m * height + y) * width + x] = sum > 0 ? sum : slope * sum;
      }
    }
  }
  return { data, channels, height, width };
}

export function poolPlanes(input: ReferencePlanes): ReferencePlanes {
  const height = input.height / 2;
  const width = input.width / 2;
  const data = new Float64Array(input.channels * height * width);
  for (let c = 0; c < input.channels; c++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (c * input.height + 2 * y) * input.width + 2 * x;
        const below = at + input.width;
        data[(c * height + y) * width + x] = Math.max(
          input.data[at],
          input.data[at + 1],
          input.data[below],
          input.data[below + 1],
        );
      }
    }
  }
  return { data, channels: input.channels, height, width };
}

export function upsamplePlanes(input: ReferencePlanes): ReferencePlanes {
  const height = input.height * 2;
  const width = input.width * 2;
  const data = new Float64Array(input.channels * height * width);
  for (let c = 0; c < input.channels; c++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        data[(c * height + y) * width + x] =
          input.data[(c * input.height + (y >> 1)) * input.width + (x >> 1)];
      }
    }
  }
  return { data, channels: input.channels, height, width };
}

function joinPlanes(first: ReferencePlanes, second: ReferencePlanes): ReferencePlanes {
  const data = new Float64Array(first.data.length + second.data.length);
  data.set(first.data);
  data.set(second.data, first.data.length);
  return { ...first, data, channels: first.channels + second.channels };
}
