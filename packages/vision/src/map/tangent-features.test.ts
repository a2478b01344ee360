import { describe, expect, it } from 'vitest';
import { tangentFeatures } from './tangent-features.ts';

const CHANNELS = 3;
const BLOCKS = 4;
const features = Float32Array.from({ length: CHANNELS * BLOCKS }, (_, i) => Math.sin(1 + 1.7 * i));
const bias = [0.3, -0.8];
const weight = [
  [0.5, -1.1, 0.7],
  [-0.4, 0.9, 1.3],
];
const cover = Float32Array.of(1, 0.5, 0, 1, 0.25, 1, 1, 0.75);

/** Probabilities of both planes when the last layer has moved by `step` along feature `moved` (or the bias). */
function planes(moved: number, step: number): Float32Array {
  return Float32Array.from({ length: 2 * BLOCKS }, (_, i) => {
    const output = Math.floor(i / BLOCKS);
    const block = i % BLOCKS;
    let z = bias[output] + (moved === CHANNELS ? step : 0);
    for (let c = 0; c < CHANNELS; c++) {
      z += (weight[output][c] + (moved === c ? step : 0)) * features[c * BLOCKS + block];
    }
    return 1 / (1 + Math.exp(-z));
  });
}

function shearPercent(probabilities: Float32Array): number {
  let cleavage = 0;
  let area = 0;
  probabilities.forEach((p, i) => {
    cleavage += cover[i] * p;
    area += cover[i];
  });
  return 100 * (1 - cleavage / area);
}

describe('tangentFeatures', () => {
  it('is the slope of the percent shear by each weight of the last layer and by the bias', () => {
    const tangents = tangentFeatures(features, CHANNELS, planes(0, 0), cover);
    const step = 0.01;
    for (let moved = 0; moved <= CHANNELS; moved++) {
      const slope = (shearPercent(planes(moved, step)) - shearPercent(planes(moved, -step))) / (2 * step);
      expect(tangents[moved]).toBeCloseTo(slope, 2);
    }
  });

  it('vanishes where nothing is covered, and refuses planes of another shape', () => {
    expect([...tangentFeatures(features, CHANNELS, planes(0, 0), new Float32Array(8))]).toEqual([0, 0, 0, 0]);
    expect(() => tangentFeatures(features, CHANNELS, planes(0, 0).subarray(1), cover)).toThrow(
      /multiple of 4/,
    );
  });
});
