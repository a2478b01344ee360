import type { NetworkDefinition, NetworkWeights } from './network-definition.ts';

/** What one forward pass gives; all arrays are fresh copies the caller may keep. */
export interface NetworkResult {
  /** Logits, planar `channels × height × width`; `1 / (1 + exp(-x))` makes them probabilities. */
  readonly output: Float32Array;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** What the output convolution reads, planar `featureChannels × height × width`; empty unless `wantsFeatures`. */
  readonly features: Float32Array;
  readonly featureChannels: number;
  /** Mean of each bottleneck feature over the picture, or over the mask's area. */
  readonly pooled: Float32Array;
}

export interface ForwardOptions {
  /** Weights ≥ 0 of the input's pixels for `pooled`, `height × width`; all zero counts as no mask. */
  readonly poolMask?: Float32Array;
  /** Copies `features` too: the largest planes that a result can hold. @default false */
  readonly wantsFeatures?: boolean;
}

/** A network ready to run; not re-entrant, owns its WebAssembly memory; any thread may hold its own. */
export interface Network {
  readonly definition: NetworkDefinition;
  readonly weights: NetworkWeights;
  /**
   * Runs the network.
   * @param input - planar `inputChannels × height × width`
   * @param height - rows, a multiple of `networkGranularity(definition)`
   * @param width - columns, a multiple of `networkGranularity(definition)`
   * @throws RangeError when a size does not fit
   */
  forward(input: Float32Array, height: number, width: number, options?: ForwardOptions): NetworkResult;
}
