import {
  listNetworkTensors,
  type NetworkDefinition,
  networkGranularity,
  outputLevel,
} from './network-definition.ts';

/**
 * Feature planes in padded layout: `height + 2` rows of `stride` floats each, value (0, 0) at row 1, column 4 of its plane.
 * `at` is the float index of value (0, 0) of the first plane, counted from the start of the plan's values.
 */
export interface Planes {
  readonly at: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly stride: number;
  readonly plane: number;
}

export type NetworkStep =
  | {
      readonly kind: 'convolution';
      readonly kernel: 1 | 3;
      readonly input: Planes;
      readonly output: Planes;
      /** Float index of the tensors in the parameters. */
      readonly weight: number;
      readonly bias: number;
      readonly isActivated: boolean;
    }
  | { readonly kind: 'pool' | 'upsample'; readonly input: Planes; readonly output: Planes };

/** Where everything lies for one picture size, and the steps of a forward pass in order. Lengths and indices in floats. */
export interface NetworkPlan {
  readonly entry: Planes;
  readonly bottleneck: Planes;
  /** What the output convolution reads. */
  readonly features: Planes;
  readonly result: Planes;
  readonly steps: readonly NetworkStep[];
  readonly valueLength: number;
}

/** Float index of every parameter tensor; each starts at a multiple of four, the gaps are zero. */
export interface ParameterLayout {
  readonly offsets: ReadonlyMap<string, number>;
  readonly length: number;
}

const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to;

export function layOutParameters(definition: NetworkDefinition): ParameterLayout {
  const offsets = new Map<string, number>();
  let length = 0;
  for (const tensor of listNetworkTensors(definition)) {
    offsets.set(tensor.name, length);
    length += roundUp(tensor.length, 4);
  }
  return { offsets, length };
}

/** @throws RangeError when the size is not a positive multiple of the network's granularity */
export function planNetwork(definition: NetworkDefinition, height: number, width: number): NetworkPlan {
  const grain = networkGranularity(definition);
  if (!(height > 0 && width > 0 && height % grain === 0 && width % grain === 0)) {
    throw new RangeError(
      `network ${definition.name}: height and width must be multiples of ${grain}, got ${height} × ${width}; pad the input`,
    );
  }
  const { offsets } = layOutParameters(definition);
  const { encoder, decoder, fold } = definition;
  const first = outputLevel(definition);
  const steps: NetworkStep[] = [];
  let valueLength = 0;

  const allocate = (channels: number, level: number): Planes => {
    const rows = height / fold / 2 ** level;
    const columns = width / fold / 2 ** level;
    const stride = roundUp(columns, 8) + 8;
    const plane = (rows + 2) * stride;
    const planes = { at: valueLength + stride + 4, channels, height: rows, width: columns, stride, plane };
    valueLength += channels * plane;
    return planes;
  };
  const slice = (planes: Planes, from: number, channels: number): Planes => ({
    ...planes,
    at: planes.at + from * planes.plane,
    channels,
  });
  const convolve = (
    name: string,
    input: Planes,
    output: Planes,
    kernel: 1 | 3,
    isActivated: boolean,
  ): void => {
    steps.push({
      kind: 'convolution',
      kernel,
      input,
      output,
      weight: offsets.get(`${name}.weight`)!,
      bias: offsets.get(`${name}.bias`)!,
      isActivated,
    });
  };

  const entry = allocate(definition.inputChannels * fold ** 2, 0);
  let current = entry;
  // A decoder level reads [lifted | encoder's features]: the encoder writes its last result straight into that place.
  const joined = decoder.map((level, index) =>
    allocate(level.channels + encoder[first + index].channels, first + index),
  );
  encoder.forEach((level, index) => {
    for (let i = 0; i < level.convolutions; i++) {
      const isLast = i === level.convolutions - 1;
      const output =
        isLast && index >= first && index - first < decoder.length
          ? slice(joined[index - first], decoder[index - first].channels, level.channels)
          : allocate(level.channels, index);
      convolve(`encoder.${index}.${i}`, current, output, 3, true);
      current = output;
    }
    if (index < encoder.length - 1) {
      const output = allocate(level.channels, index + 1);
      steps.push({ kind: 'pool', input: current, output });
      current = output;
    }
  });
  const bottleneck = current;
  for (let index = decoder.length - 1; index >= 0; index--) {
    const level = decoder[index];
    const lifted = allocate(level.channels, first + index + 1);
    convolve(`decoder.${index}.lift`, current, lifted, 1, true);
    steps.push({ kind: 'upsample', input: lifted, output: slice(joined[index], 0, level.channels) });
    current = joined[index];
    for (let i = 0; i < level.convolutions; i++) {
      const output = allocate(level.channels, first + index);
      convolve(`decoder.${index}.${i}`, current, output, 3, true);
      current = output;
    }
  }
  const result = allocate(definition.outputChannels, first);
  convolve('output', current, result, 1, false);
  return { entry, bottleneck, features: current, result, steps, valueLength };
}

/** Multiply-adds of one forward pass. */
export function countMultiplyAdds(plan: NetworkPlan): number {
  let total = 0;
  for (const step of plan.steps) {
    if (step.kind !== 'convolution') continue;
    const { input, output, kernel } = step;
    total += kernel ** 2 * input.channels * output.channels * output.height * output.width;
  }
  return total;
}
