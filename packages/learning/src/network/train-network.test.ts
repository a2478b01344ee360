import { createNetwork, type NetworkDefinition } from '@mlmcsc/kernels';
import { describe, expect, it } from 'vitest';
import type { TrainingExample } from './map-loss.ts';
import { createRandom } from './seeded-random.ts';
import { scheduledRate, trainNetwork } from './train-network.ts';

const definition: NetworkDefinition = {
  name: 'stripes',
  inputChannels: 1,
  fold: 2,
  encoder: [
    { channels: 6, convolutions: 1 },
    { channels: 8, convolutions: 1 },
  ],
  decoder: [{ channels: 6, convolutions: 1 }],
  outputChannels: 1,
};
const size = 32;

/** Noise on both sides of an edge; left of it every second row is inverted: only texture tells the sides apart. */
function picture(seed: number): TrainingExample {
  const random = createRandom(seed);
  const edge = 4 * (2 + random.below(5));
  const input = new Float32Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const stripe = x < edge ? (y % 2 === 0 ? 1 : -1) : random.uniform() < 0.5 ? 1 : -1;
      input[y * size + x] = stripe + 0.2 * random.normal();
    }
  }
  const cells = (size / 2) ** 2;
  const target = Float32Array.from({ length: cells }, (_, i) => (i % (size / 2) < edge / 2 ? 1 : 0));
  return { input, height: size, width: size, target, weight: new Float32Array(cells).fill(1) };
}

const train = (seed: number, steps = 120) =>
  trainNetwork({
    definition,
    steps,
    seed,
    rate: 0.01,
    averageOver: 20,
    nextBatch: (step) => [0, 1, 2, 3].map((i) => picture(1000 + step * 4 + i)),
  });

describe('trainNetwork', () => {
  it('learns a texture edge and finds it in pictures it has not seen', () => {
    const network = createNetwork(definition, train(1));
    let right = 0;
    let all = 0;
    for (let seed = 0; seed < 8; seed++) {
      const { input, target } = picture(seed);
      const { output } = network.forward(input, size, size);
      output.forEach((logit, i) => {
        right += logit > 0 === target[i] > 0.5 ? 1 : 0;
        all += 1;
      });
    }
    expect(right / all).toBeGreaterThan(0.95);
  });

  it('gives the same bits for the same seed and others for another', () => {
    const first = train(7, 5);
    expect(train(7, 5)).toEqual(first);
    expect(train(8, 5)).not.toEqual(first);
  });

  it('raises the learning rate, then lowers it to a fiftieth', () => {
    const rates = Array.from({ length: 1000 }, (_, step) => scheduledRate(step, 1000, 0.01));
    expect(rates[0]).toBeLessThan(0.001);
    expect(Math.max(...rates)).toBe(0.01);
    expect(rates[999]).toBeLessThan(0.00021);
  });
});
