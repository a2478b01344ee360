import { LEAKY_SLOPE, listNetworkTensors, type NetworkDefinition } from '@mlmcsc/kernels';
import { createRandom } from './seeded-random.ts';

/**
 * Random weights that keep the signal's size through the layers; biases zero, the output layer a tenth as large,
 * so that training starts near "one half everywhere".
 * @source K. He et al., "Delving deep into rectifiers", ICCV 2015, eq. 15 (leaky form)
 */
export function initialWeights(definition: NetworkDefinition, seed: number): Record<string, Float32Array> {
  const random = createRandom(seed);
  const weights: Record<string, Float32Array> = {};
  for (const { name, shape, length } of listNetworkTensors(definition)) {
    const values = new Float32Array(length);
    if (shape.length > 1) {
      const fanIn = length / shape[0];
      const deviation =
        Math.sqrt(2 / ((1 + LEAKY_SLOPE ** 2) * fanIn)) * (name.startsWith('output.') ? 0.1 : 1);
      for (let i = 0; i < length; i++) values[i] = deviation * random.normal();
    }
    weights[name] = values;
  }
  return weights;
}
