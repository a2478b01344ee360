import type { ForwardOptions, Network, NetworkResult } from './network.ts';
import type { NetworkDefinition, NetworkWeights } from './network-definition.ts';
import { NetworkMachine } from './network-machine.ts';
import { poolFeatures } from './pool-features.ts';

/**
 * Makes a network ready to run on the WebAssembly kernels.
 * @param weights - one array per tensor of `listNetworkTensors(definition)`; copied
 * @throws RangeError when the definition or a tensor's length does not fit
 * @example
 * const network = createNetwork(definition, weights);
 * const { output, pooled } = network.forward(input, 192, 256);
 */
export function createNetwork(definition: NetworkDefinition, weights: NetworkWeights): Network {
  const machine = new NetworkMachine(definition, weights);
  let deepest: Float32Array | undefined;
  return {
    definition,
    weights,
    forward(input: Float32Array, height: number, width: number, options: ForwardOptions = {}): NetworkResult {
      const mask = options.poolMask;
      if (mask !== undefined && mask.length !== height * width) {
        throw new RangeError(`poolMask must have ${height} × ${width} values, got ${mask.length}`);
      }
      const { result, bottleneck, features } = machine.run(input, height, width);
      deepest = machine.read(bottleneck, deepest);
      const pooled = poolFeatures(deepest, bottleneck, mask, width);
      return {
        output: machine.read(result),
        height: result.height,
        width: result.width,
        channels: result.channels,
        features: options.wantsFeatures === true ? machine.read(features) : new Float32Array(0),
        featureChannels: features.channels,
        pooled,
      };
    },
  };
}
