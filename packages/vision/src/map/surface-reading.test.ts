import { createNetwork, listNetworkTensors, type NetworkDefinition } from '@mlmcsc/kernels';
import { expect, it } from 'vitest';
import { viewFace } from '../look/look-at-face.ts';
import { SURFACE_CHANNELS, SURFACE_OUTPUTS } from '../rectify/surface-input.ts';
import { readSurface, shiftedView } from './surface-reading.ts';

const definition: NetworkDefinition = {
  ...{ name: 'test', inputChannels: SURFACE_CHANNELS, fold: 2, outputChannels: SURFACE_OUTPUTS },
  encoder: [
    { channels: 8, convolutions: 1 },
    { channels: 6, convolutions: 1 },
  ],
  decoder: [{ channels: 5, convolutions: 1 }],
};

/** Weights without a pattern, and none of them alike. */
const weights = Object.fromEntries(
  listNetworkTensors(definition).map(({ name, length }, tensor) => [
    name,
    Float32Array.from({ length }, (_, i) => 0.3 * Math.sin(1 + 12.9898 * i + 78.233 * tensor)),
  ]),
);

const image = {
  width: 220,
  height: 200,
  data: Uint8Array.from({ length: 3 * 220 * 200 }, (_, i) => (i * 2654435761) % 251),
};
const face = {
  outline: [
    { x: 30, y: 25 },
    { x: 190, y: 28 },
    { x: 185, y: 160 },
    { x: 33, y: 158 },
  ],
  down: { x: 0, y: 1 },
};
const shift = { weights: Float64Array.of(0.2, -0.1, 0.3, 0.05, -0.25), bias: 0.4 };

it('gives the view that the network with the moved layer gives', () => {
  const surface = createNetwork(definition, weights);
  const { features } = viewFace(image, face, { surface });
  const reading = readSurface(image, face, features, surface);
  const still = shiftedView(reading, { weights: new Float64Array(5), bias: 0 });
  const moved = viewFace(image, face, {
    surface: createNetwork(definition, {
      ...weights,
      'output.weight': weights['output.weight'].map((weight, i) => weight + shift.weights[i % 5]),
      'output.bias': weights['output.bias'].map((bias) => bias + shift.bias),
    }),
  }).features;
  const shifted = shiftedView(reading, shift);
  expect(Math.abs(moved[0] - features[0])).toBeGreaterThan(1);
  expect(shifted).toHaveLength(features.length);
  shifted.forEach((value, i) => {
    expect(Math.abs(still[i] - features[i])).toBeLessThan(1e-9);
    // The network adds up in single precision.
    expect(Math.abs(value - moved[i])).toBeLessThan(1e-3 * (1 + Math.abs(moved[i])));
  });
});

it('refuses a shift of another network', () => {
  const surface = createNetwork(definition, weights);
  const reading = readSurface(image, face, viewFace(image, face, { surface }).features, surface);
  expect(() => shiftedView(reading, { weights: new Float64Array(3), bias: 0 })).toThrow(
    /shift has 3 weights, the layer reads 5 channels/,
  );
});
