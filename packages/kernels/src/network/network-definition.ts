/** One resolution of an encoder or decoder: so many 3 × 3 convolutions, each followed by a leaky ReLU. */
export interface NetworkLevel {
  /** Feature channels at this level, 1 to 512. */
  readonly channels: number;
  /** Number of 3 × 3 convolutions, 1 to 4. */
  readonly convolutions: number;
}

/**
 * A small encoder–decoder network with skip connections, as plain JSON.
 *
 * The picture is folded (`fold` × `fold` pixels become channels), so the finest level has 1/`fold` of the input's resolution.
 * Between encoder levels stands a 2 × 2 maximum pooling, between decoder levels a 1 × 1 convolution to the level's channels and a
 * nearest ×2 upsampling, joined with the encoder's features of that level. A decoder that is shorter than the encoder ends at a
 * coarser level, whose resolution the output has. A 1 × 1 convolution without activation ends it: outputs are logits.
 */
export interface NetworkDefinition {
  readonly name: string;
  readonly inputChannels: number;
  /** Side of the block of pixels folded into channels at the entry. */
  readonly fold: 1 | 2 | 4;
  /** Fine to coarse; the last entry is the bottleneck. */
  readonly encoder: readonly NetworkLevel[];
  /** Fine to coarse; at least one entry fewer than `encoder`. The last entry stands beside the last encoder level but one. */
  readonly decoder: readonly NetworkLevel[];
  readonly outputChannels: number;
}

/** Float32 parameters by tensor name (see `listNetworkTensors`). */
export type NetworkWeights = Readonly<Record<string, Float32Array>>;

/** Name and shape of one parameter tensor: `[out, in, kernel, kernel]` for weights, `[out]` for biases. */
export interface NetworkTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly length: number;
}

/** Slope of every activation for negative inputs. */
export const LEAKY_SLOPE = 0.1;

/** Height and width of a network's input must be multiples of this. */
export function networkGranularity(definition: NetworkDefinition): number {
  return definition.fold * 2 ** (definition.encoder.length - 1);
}

/** Encoder level that the finest decoder level stands beside, and that the output has the resolution of. */
export function outputLevel(definition: NetworkDefinition): number {
  return definition.encoder.length - 1 - definition.decoder.length;
}

/**
 * The parameter tensors of a network in their canonical order.
 * @throws RangeError when the definition is not one this package can run; names the field
 */
export function listNetworkTensors(definition: NetworkDefinition): NetworkTensor[] {
  checkNetworkDefinition(definition);
  const tensors: NetworkTensor[] = [];
  const convolution = (name: string, out: number, into: number, kernel: number): void => {
    tensors.push({
      name: `${name}.weight`,
      shape: [out, into, kernel, kernel],
      length: out * into * kernel * kernel,
    });
    tensors.push({ name: `${name}.bias`, shape: [out], length: out });
  };
  const { encoder, decoder } = definition;
  let channels = definition.inputChannels * definition.fold ** 2;
  encoder.forEach((level, index) => {
    for (let i = 0; i < level.convolutions; i++) {
      convolution(`encoder.${index}.${i}`, level.channels, channels, 3);
      channels = level.channels;
    }
  });
  for (let index = decoder.length - 1; index >= 0; index--) {
    const level = decoder[index]!;
    convolution(`decoder.${index}.lift`, level.channels, channels, 1);
    channels = level.channels + encoder[outputLevel(definition) + index]!.channels;
    for (let i = 0; i < level.convolutions; i++) {
      convolution(`decoder.${index}.${i}`, level.channels, channels, 3);
      channels = level.channels;
    }
  }
  convolution('output', definition.outputChannels, channels, 1);
  return tensors;
}

/** @throws RangeError naming the first field that is outside what this package can run */
export function checkNetworkDefinition(definition: NetworkDefinition): void {
  const { encoder, decoder, fold } = definition;
  const whole = (value: number, low: number, high: number, field: string): void => {
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new RangeError(`network ${field} must be a whole number from ${low} to ${high}, got ${value}`);
    }
  };
  whole(definition.inputChannels, 1, 64, 'inputChannels');
  whole(definition.outputChannels, 1, 64, 'outputChannels');
  if (fold !== 1 && fold !== 2 && fold !== 4)
    throw new RangeError(`network fold must be 1, 2 or 4, got ${fold}`);
  whole(encoder.length, 1, 8, 'encoder.length');
  if (decoder.length > encoder.length - 1) {
    throw new RangeError(
      `network decoder must have at most ${encoder.length - 1} levels, got ${decoder.length}`,
    );
  }
  for (const [name, levels] of [
    ['encoder', encoder],
    ['decoder', decoder],
  ] as const) {
    levels.forEach((level, index) => {
      whole(level.channels, 1, 512, `${name}[${index}].channels`);
      whole(level.convolutions, 1, 4, `${name}[${index}].convolutions`);
    });
  }
}
