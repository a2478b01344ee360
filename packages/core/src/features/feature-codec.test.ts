import { expect, test } from 'vitest';
import { decodeFeatures, encodeFeatures } from './feature-codec.ts';

const features = { featureSetVersion: 'view-1/ü', values: Float64Array.of(1.5, -2e-300, 99.999) };

test('features survive the round trip bit for bit, also inside a larger buffer', () => {
  const bytes = encodeFeatures(features);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(decodeFeatures(bytes)).toEqual(features);
  expect(decodeFeatures(shifted.subarray(3))).toEqual(features);
});

test('cut or foreign bytes are refused', () => {
  const bytes = encodeFeatures(features);
  for (const bad of [bytes.subarray(0, -1), bytes.subarray(0, 5), new Uint8Array(40)]) {
    expect(() => decodeFeatures(bad)).toThrow('features-unreadable');
  }
});
