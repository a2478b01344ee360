export { createNetwork } from './network/create-network.ts';
export type { ForwardOptions, Network, NetworkResult } from './network/network.ts';
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
export { type KernelAccelerator, NetworkMachine } from './network/network-machine.ts';
export type { NetworkPlan, NetworkStep, Planes } from './network/network-plan.ts';
export { countMultiplyAdds, planNetwork } from './network/network-plan.ts';
export { referenceForward } from './network/reference-network.ts';
export type { KernelExports } from './wasm/kernel-instance.ts';
