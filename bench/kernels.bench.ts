/**
 * Prints how much faster the WebAssembly kernels run a network than the plain TypeScript reference.
 * Run: `node bench/kernels.bench.ts`
 */
import {
  countMultiplyAdds,
  createNetwork,
  listNetworkTensors,
  type NetworkDefinition,
  planNetwork,
  referenceForward,
} from '@mlmcsc/kernels';

const definition: NetworkDefinition = {
  name: 'bench',
  inputChannels: 3,
  fold: 2,
  encoder: [
    { channels: 12, convolutions: 1 },
    { channels: 20, convolutions: 2 },
    { channels: 32, convolutions: 2 },
  ],
  decoder: [
    { channels: 12, convolutions: 1 },
    { channels: 16, convolutions: 1 },
  ],
  outputChannels: 2,
};
const height = 192;
const width = 256;
const weights = Object.fromEntries(
  listNetworkTensors(definition).map(({ name, length }) => [
    name,
    Float32Array.from({ length }, (_, i) => 0.1 * Math.sin(i * 1.7 + name.length)),
  ]),
);
const input = Float32Array.from({ length: 3 * height * width }, (_, i) => Math.sin(i * 0.37));
const network = createNetwork(definition, weights);

/** Shortest of several runs in milliseconds: what the machine can do when left alone. */
function shortest(runs: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const work = countMultiplyAdds(planNetwork(definition, height, width));
const wasm = shortest(30, () => network.forward(input, height, width));
const plain = shortest(3, () => referenceForward(definition, weights, input, height, width));
const rate = (ms: number): string => (work / ms / 1e6).toFixed(2);
console.log(`multiply-adds per pass  ${(work / 1e6).toFixed(1)} M`);
console.log(`WebAssembly             ${wasm.toFixed(1)} ms  ${rate(wasm)} GMAC/s`);
console.log(`plain TypeScript        ${plain.toFixed(1)} ms  ${rate(plain)} GMAC/s`);
console.log(`ratio                   ${(plain / wasm).toFixed(1)}`);
