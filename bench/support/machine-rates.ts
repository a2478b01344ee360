import {
  countMultiplyAdds,
  listNetworkTensors,
  type NetworkDefinition,
  NetworkMachine,
  planNetwork,
} from '@mlmcsc/kernels';
import { shortest } from './measure-time.ts';

/** What the machine can do at best: the two walls that a stage can run against. */
export interface MachineRates {
  /** Single-precision multiply-adds a second, 10⁹, of the convolution kernel on planes that fit the caches. */
  readonly arithmetic: number;
  /** Bytes read and written a second, 10⁹, of one long copy. */
  readonly bandwidth: number;
}

const definition: NetworkDefinition = {
  name: 'rates',
  inputChannels: 16,
  fold: 1,
  encoder: [{ channels: 16, convolutions: 4 }],
  decoder: [],
  outputChannels: 1,
};

export async function measureRates(): Promise<MachineRates> {
  const weights = Object.fromEntries(
    listNetworkTensors(definition).map(({ name, length }) => [name, new Float32Array(length).fill(0.01)]),
  );
  const machine = new NetworkMachine(definition, weights);
  const [height, width] = [16, 64];
  const input = new Float32Array(16 * height * width).fill(0.5);
  const passes = 10;
  const work = passes * countMultiplyAdds(planNetwork(definition, height, width));
  const forward = await shortest(() => {
    for (let i = 0; i < passes; i++) machine.run(input, height, width);
  });
  const block = new Uint8Array(32 * 1024 * 1024).fill(7);
  const target = new Uint8Array(block.length);
  const copied = await shortest(() => target.set(block));
  return { arithmetic: work / forward / 1e6, bandwidth: (2 * block.length) / copied / 1e6 };
}
