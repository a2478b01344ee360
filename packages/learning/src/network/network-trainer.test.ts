import { listNetworkTensors, type NetworkDefinition, referenceForward } from '@mlmcsc/kernels';
import { describe, expect, it } from 'vitest';
import { initialWeights } from './initial-weights.ts';
import { mapLoss } from './map-loss.ts';
import { NetworkTrainer } from './network-trainer.ts';
import { createRandom } from './seeded-random.ts';

const definition: NetworkDefinition = {
  name: 'checked',
  inputChannels: 2,
  fold: 2,
  encoder: [
    { channels: 5, convolutions: 1 },
    { channels: 6, convolutions: 2 },
    { channels: 7, convolutions: 1 },
  ],
  decoder: [
    { channels: 3, convolutions: 2 },
    { channels: 4, convolutions: 1 },
  ],
  outputChannels: 2,
};
const height = 24;
const width = 40;
const cells = (height / 2) * (width / 2);

function example(seed: number) {
  const random = createRandom(seed);
  return {
    input: Float32Array.from({ length: 2 * height * width }, () => random.normal()),
    target: Float32Array.from({ length: 2 * cells }, () => random.uniform()),
    weight: Float32Array.from({ length: 2 * cells }, () => 2 * random.uniform()),
  };
}

const options = { areaShare: 3, diceShare: 0.7 };

describe('NetworkTrainer', () => {
  it('gives the derivatives that finite differences of the double-precision reference give', () => {
    const weights = initialWeights(definition, 11);
    // Biases away from zero, and a livelier output than training starts with.
    const random = createRandom(5);
    for (const [name, values] of Object.entries(weights)) {
      for (let i = 0; i < values.length; i++) {
        values[i] = values[i] * (name.startsWith('output') ? 8 : 1) + 0.1 * random.normal();
      }
    }
    const { input, target, weight } = example(3);
    const trainer = new NetworkTrainer(definition, weights);
    const logits = trainer.forward(input, height, width);
    trainer.backward(mapLoss(logits, { target, weight }, 2, options).gradient);
    const gradients = trainer.readGradients();

    const lossAt = (changed: Record<string, Float64Array>): number =>
      referenceLoss(referenceForward(definition, changed, input, height, width).output.data, target, weight);
    const doubles = Object.fromEntries(
      Object.entries(weights).map(([name, values]) => [name, Float64Array.from(values)]),
    );
    // Small enough that hardly any activation or maximum changes sides on the way.
    const step = 1e-6;
    for (const { name, length } of listNetworkTensors(definition)) {
      for (let probe = 0; probe < 4; probe++) {
        const at = random.below(length);
        const kept = doubles[name][at];
        doubles[name][at] = kept + step;
        const above = lossAt(doubles);
        doubles[name][at] = kept - step;
        const below = lossAt(doubles);
        doubles[name][at] = kept;
        const expected = (above - below) / (2 * step);
        // Float32 sums over some hundred cells.
        expect(Math.abs(gradients[name][at] - expected), `${name}[${at}]`).toBeLessThan(
          2e-5 + 2e-4 * Math.abs(expected),
        );
      }
    }
  });

  it('sums gradients over passes and clears them with a step', () => {
    const weights = initialWeights(definition, 2);
    const trainer = new NetworkTrainer(definition, weights);
    const { input, target, weight } = example(4);
    const pass = () => {
      const logits = trainer.forward(input, height, width);
      trainer.backward(mapLoss(logits, { target, weight }, 2).gradient);
    };
    pass();
    const once = trainer.readGradients();
    pass();
    const twice = trainer.readGradients();
    for (const [name, values] of Object.entries(once)) {
      values.forEach((value, i) => {
        expect(twice[name][i]).toBeCloseTo(2 * value, 5);
      });
    }
    trainer.optimise({ rate: 0.001, decay: 0, clipNorm: 1 });
    for (const values of Object.values(trainer.readGradients()))
      expect(values.every((v) => v === 0)).toBe(true);
    // Adam's first step has the size of the learning rate wherever there is a gradient.
    const moved = trainer.readWeights()['output.bias'].map((value, i) => value - weights['output.bias'][i]);
    for (const value of moved) expect(Math.abs(value)).toBeCloseTo(0.001, 5);
  });

  it('refuses to go back without a forward pass', () => {
    const trainer = new NetworkTrainer(definition, initialWeights(definition, 2));
    expect(() => trainer.backward(new Float32Array(2 * cells))).toThrow(/forward/);
  });
});

/** The loss of `mapLoss`, written down once more in double precision from its definition. */
function referenceLoss(logits: Float64Array, target: Float32Array, weight: Float32Array): number {
  let loss = 0;
  for (let c = 0; c < 2; c++) {
    let total = 0;
    let entropy = 0;
    let predicted = 0;
    let wanted = 0;
    let both = 0;
    for (let i = c * cells; i < (c + 1) * cells; i++) {
      const p = 1 / (1 + Math.exp(-logits[i]));
      entropy -= weight[i] * (target[i] * Math.log(p) + (1 - target[i]) * Math.log(1 - p));
      total += weight[i];
      predicted += weight[i] * p;
      wanted += weight[i] * target[i];
      both += weight[i] * p * target[i];
    }
    const area = ((predicted - wanted) / total) ** 2;
    const dice = 1 - (2 * both + 20) / (predicted + wanted + 20);
    loss += (entropy / total + options.areaShare * area + options.diceShare * dice) / 2;
  }
  return loss;
}
