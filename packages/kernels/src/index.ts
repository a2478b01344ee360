export type {
  ForwardOptions,
  Network,
  NetworkResult,
} from './network/network.ts';
export type {
  NetworkDefinition,
  NetworkLevel,
  NetworkTensor,
  NetworkWeights,
} from './network/network-definition.ts';
export {
  checkNetworkDefinition,
  LEAKY_SLOPE,
  listNetworkTensors,
  networkGranularity,
} from './network/network-definition.ts';
