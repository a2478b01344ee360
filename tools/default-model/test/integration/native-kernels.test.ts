import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NetworkDefinition } from '@mlmcsc/kernels';
import { createRandom, initialWeights, NetworkTrainer } from '@mlmcsc/learning/network';
import { afterAll, describe, expect, it } from 'vitest';
import { buildNativeLibrary, nativeKernels } from '../../src/native/native-kernels.ts';

const folder = mkdtempSync(join(tmpdir(), 'native-kernels-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const library = buildNativeLibrary(folder);
const why = 'missing' in library ? ` (skipped: ${library.missing.split('\n')[0]})` : '';

/** Channels that fill no group of four or eight; planes from 2 to 88 columns. */
const definition: NetworkDefinition = {
  ...{ name: 'odd', inputChannels: 3, fold: 1, outputChannels: 2 },
  encoder: [
    { channels: 5, convolutions: 1 },
    { channels: 9, convolutions: 2 },
    { channels: 17, convolutions: 1 },
    { channels: 8, convolutions: 1 },
  ],
  decoder: [
    { channels: 3, convolutions: 1 },
    { channels: 12, convolutions: 1 },
    { channels: 7, convolutions: 1 },
  ],
};

describe('kernels compiled for this computer', () => {
  it.skipIf('missing' in library)(`give the bits of the WebAssembly kernels${why}`, () => {
    const accelerate = nativeKernels((library as { path: string }).path);
    const random = createRandom(5);
    const weights = initialWeights(definition, 3);
    for (const values of Object.values(weights)) {
      for (let i = 0; i < values.length; i++) values[i] += 0.1 * random.normal();
    }
    for (const [height, width] of [
      [16, 24],
      [8, 40],
      [24, 88],
      [40, 16],
    ] as const) {
      const input = Float32Array.from({ length: 3 * height * width }, () => random.normal());
      const gradient = Float32Array.from({ length: 2 * height * width }, () => random.normal());
      const results = [undefined, accelerate].map((kernels) => {
        const trainer = new NetworkTrainer(definition, weights, kernels);
        const logits = trainer.forward(input, height, width);
        trainer.backward(gradient);
        const gradients = trainer.readGradients();
        trainer.optimise({ rate: 0.01, decay: 0.1, clipNorm: 1 });
        return { logits, gradients, weights: trainer.readWeights() };
      });
      expect(results[1]).toEqual(results[0]);
    }
  });
});
