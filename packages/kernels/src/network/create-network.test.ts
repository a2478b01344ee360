import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createNetwork } from './create-network.ts';
import { listNetworkTensors, type NetworkDefinition } from './network-definition.ts';
import { referenceForward } from './reference-network.ts';

/** Distinct, irregular values: no two tensors or places share one. */
function values(length: number, seed: number, scale = 1): Float32Array {
  return Float32Array.from(
    { length },
    (_, i) => scale * Math.sin(1 + seed * 7.31 + i * 1.7321 + i * i * 0.0137),
  );
}

function weightsOf(definition: NetworkDefinition): Record<string, Float32Array> {
  return Object.fromEntries(
    listNetworkTensors(definition).map(({ name, length, shape }, index) => {
      const fanIn = shape.slice(1).reduce((product, side) => product * side, 1);
      return [name, values(length, index + 3, shape.length === 1 ? 0.3 : 1.6 / Math.sqrt(fanIn))];
    }),
  );
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return largest;
}

const DEFINITIONS: readonly { definition: NetworkDefinition; height: number; width: number }[] = [
  {
    // Widths 22, 11 are no multiples of the vector length, channels no multiples of the register block.
    definition: {
      name: 'odd',
      inputChannels: 3,
      fold: 2,
      encoder: [
        { channels: 5, convolutions: 1 },
        { channels: 7, convolutions: 2 },
      ],
      decoder: [{ channels: 6, convolutions: 2 }],
      outputChannels: 2,
    },
    height: 20,
    width: 44,
  },
  {
    definition: {
      name: 'deep',
      inputChannels: 1,
      fold: 1,
      encoder: [4, 9, 12].map((channels) => ({ channels, convolutions: 1 })),
      decoder: [
        { channels: 3, convolutions: 1 },
        { channels: 8, convolutions: 1 },
      ],
      outputChannels: 1,
    },
    height: 12,
    width: 4,
  },
  {
    // The decoder ends one level below the finest.
    definition: {
      name: 'coarse',
      inputChannels: 2,
      fold: 1,
      encoder: [6, 5, 9].map((channels) => ({ channels, convolutions: 1 })),
      decoder: [{ channels: 7, convolutions: 2 }],
      outputChannels: 4,
    },
    height: 12,
    width: 20,
  },
  {
    definition: {
      name: 'flat',
      inputChannels: 2,
      fold: 1,
      encoder: [{ channels: 4, convolutions: 1 }],
      decoder: [],
      outputChannels: 5,
    },
    height: 1,
    width: 9,
  },
];

describe('createNetwork', () => {
  for (const { definition, height, width } of DEFINITIONS) {
    it(`agrees with the double-precision reference (${definition.name})`, () => {
      const weights = weightsOf(definition);
      const input = values(definition.inputChannels * height * width, 1);
      const expected = referenceForward(definition, weights, input, height, width);
      const result = createNetwork(definition, weights).forward(input, height, width);
      expect([result.channels, result.height, result.width]).toEqual([
        expected.output.channels,
        expected.output.height,
        expected.output.width,
      ]);
      // Float32 rounding over a few hundred terms of order one.
      expect(largestDifference(result.output, expected.output.data)).toBeLessThan(2e-5);
      const { data, channels } = expected.bottleneck;
      const cells = data.length / channels;
      const means = Array.from(
        { length: channels },
        (_, c) => data.subarray(c * cells, (c + 1) * cells).reduce((sum, value) => sum + value, 0) / cells,
      );
      expect(largestDifference(result.pooled, means)).toBeLessThan(2e-5);
    });
  }

  it('gives the same bits again, after other sizes were run in between', () => {
    const { definition, height, width } = DEFINITIONS[0];
    const network = createNetwork(definition, weightsOf(definition));
    const input = values(3 * height * width, 1);
    const first = network.forward(input, height, width);
    network.forward(values(3 * 8 * 60, 2, 50), 8, 60);
    network.forward(values(3 * 64 * 64, 2, 50), 64, 64);
    const again = network.forward(input, height, width);
    expect(again.output).toEqual(first.output);
    expect(again.pooled).toEqual(first.pooled);
  });

  it('copies what the output layer reads only when asked to', () => {
    const { definition, height, width } = DEFINITIONS[0];
    const network = createNetwork(definition, weightsOf(definition));
    const input = values(3 * height * width, 1);
    const plain = network.forward(input, height, width);
    const full = network.forward(input, height, width, { wantsFeatures: true });
    expect(plain.features).toHaveLength(0);
    expect(full.features).toHaveLength(full.featureChannels * full.height * full.width);
    expect(full.output).toEqual(plain.output);
  });

  it('gives the bits it always gave: a change here changes every stored number', () => {
    const { definition, height, width } = DEFINITIONS[0];
    const { output } = createNetwork(definition, weightsOf(definition)).forward(
      values(3 * height * width, 1),
      height,
      width,
    );
    const digest = createHash('sha256').update(new Uint8Array(output.buffer)).digest('hex');
    expect(digest.slice(0, 16)).toBe('0b31d654014d9dc3');
  });

  it('pools the bottleneck under the mask only', () => {
    const { definition, height, width } = DEFINITIONS[1];
    const weights = weightsOf(definition);
    const input = values(height * width, 1);
    const poolMask = new Float32Array(height * width);
    // Only the second bottleneck cell: rows 4 to 7.
    poolMask.fill(1, 4 * width, 8 * width);
    const { bottleneck } = referenceForward(definition, weights, input, height, width);
    const second = Array.from({ length: bottleneck.channels }, (_, c) => bottleneck.data[c * 3 + 1]);
    const { pooled } = createNetwork(definition, weights).forward(input, height, width, { poolMask });
    expect(largestDifference(pooled, second)).toBeLessThan(2e-5);
  });

  it('refuses sizes and weights that do not fit', () => {
    const { definition } = DEFINITIONS[0];
    const weights = weightsOf(definition);
    const network = createNetwork(definition, weights);
    expect(() => network.forward(new Float32Array(3 * 20 * 42), 20, 42)).toThrow(/multiples of 4/);
    expect(() => network.forward(new Float32Array(7), 20, 44)).toThrow(/got 7/);
    expect(() => createNetwork(definition, { ...weights, 'output.bias': new Float32Array(3) })).toThrow(
      /output\.bias/,
    );
    const tooDeep = [definition.decoder[0], definition.decoder[0]];
    expect(() => createNetwork({ ...definition, decoder: tooDeep }, weights)).toThrow(/decoder/);
  });
});
