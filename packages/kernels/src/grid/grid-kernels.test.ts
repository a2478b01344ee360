import { expect, it } from 'vitest';
import { localStatistics } from './local-statistics.ts';
import { referenceLocalStatistics } from './reference-local-statistics.ts';
import { referenceSampleColour } from './reference-sample-colour.ts';
import { referenceSecondDerivativeSums } from './reference-second-derivative-sums.ts';
import { sampleColour } from './sample-colour.ts';
import { secondDerivativeSums } from './second-derivative-sums.ts';

const values = (length: number, seed: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => Math.sin(i * 1.37 + seed) + 0.2 * Math.cos(i * i * 0.11));
const bits = (numbers: Float32Array | Float64Array): Uint32Array =>
  new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.byteLength / 4);

it('local statistics have the bits of the plain code, with holes in the weight', () => {
  for (const [width, height, radius] of [
    [1, 1, 3],
    [13, 7, 2],
    [20, 33, 12],
  ]) {
    const data = values(width * height, radius);
    const weight = values(width * height, 9).map((value) => (value < -0.3 ? 0 : Math.min(1, value + 0.4)));
    const found = localStatistics(data, weight, width, height, radius);
    const expected = referenceLocalStatistics(data, weight, width, height, radius);
    expect(bits(found.mean)).toEqual(bits(expected.mean));
    expect(bits(found.deviation)).toEqual(bits(expected.deviation));
  }
  const none = localStatistics(values(12, 1), new Float32Array(12), 4, 3, 1);
  expect([...none.mean, ...none.deviation].every((value) => value === 0)).toBe(true);
});

it('second derivatives have the bits of the plain code, for odd and even extents and without any support', () => {
  const filters = {
    smooth: Float64Array.of(0.33, 0.24, 0.08, 0.015, 0.001),
    first: Float64Array.of(0, -0.17, -0.11, -0.03, -0.004),
    second: Float64Array.of(-0.5, -0.1, 0.3, 0.04, 0.01),
  };
  for (const [width, height, left, right] of [
    [24, 19, 1, 22],
    [31, 16, 3, 25],
    [12, 12, 0, 6],
  ]) {
    const size = width * height;
    const inside = Uint8Array.from({ length: size }, (_, i) => {
      const x = i % width;
      return x >= left && x <= right && i % 29 !== 0 ? 1 : 0;
    });
    const zones = Int8Array.from({ length: size }, (_, i) => (i % 4) - 1);
    const grid = { width, height, values: values(size, 3), inside };
    const area = { left, right, top: 0, bottom: height - 1 };
    const found = secondDerivativeSums(grid, area, zones, 3, filters);
    const expected = referenceSecondDerivativeSums(grid, area, zones, 3, filters);
    expect(found).toEqual(expected);
    if (right - left > 8) expect(found.count).toBeGreaterThan(3);
  }
});

it('colour has the bits of the plain code, turned, beyond the borders and with several reads a sample', () => {
  const picture = { width: 23, height: 17, data: values(3 * 23 * 17, 4).map((value) => 90 + 70 * value) };
  for (const repeats of [1, 2]) {
    const pose = {
      columns: 40,
      rows: 30,
      factor: 2,
      origin: [-1.3, 6.2] as const,
      right: [0.9, -0.35] as const,
      down: [0.35, 0.9] as const,
      spans: Int32Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? (i >> 1) % 9 : 39 - ((i >> 1) % 11))),
      repeats,
    };
    pose.spans.set([40, -1], 8);
    const bytes = {
      width: 11,
      height: 9,
      data: Uint8Array.from(picture.data),
      start: 3 * 25,
      stride: 3 * 23,
    };
    expect(bits(sampleColour(bytes, pose))).toEqual(bits(referenceSampleColour(bytes, pose)));
    const found = sampleColour(picture, pose);
    expect(bits(found)).toEqual(bits(referenceSampleColour(picture, pose)));
    expect(found.subarray(4 * 40, 5 * 40).every((value) => value === 0)).toBe(true);
  }
});
