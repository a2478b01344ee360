import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coOccurrence, haralickMeasures } from './co-occurrence.ts';
import { OUTSIDE } from './grey-levels.ts';
import { uniformPatterns } from './uniform-binary-patterns.ts';

describe('coOccurrence', () => {
  it('counts neighbours both ways and leaves out what is outside the face', () => {
    // Pairs to the right: 0-1, 1-2, 2-2; the last column of the second row lies outside.
    const data = Uint8Array.of(0, 1, 2, 2, 2, OUTSIDE);
    const matrix = coOccurrence({ width: 3, height: 2, data, levels: 3 }, 1, 0);
    expect([...matrix].map((value) => Math.round(6 * value))).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 2]);
  });

  it('gives Haralick measures that can be computed by hand', () => {
    const matrix = Float64Array.of(0.5, 0.25, 0.25, 0);
    const [contrast, homogeneity, energy, correlation, entropy] = haralickMeasures(matrix);
    expect(contrast).toBeCloseTo(0.5, 12);
    expect(homogeneity).toBeCloseTo(0.75, 12);
    expect(energy).toBeCloseTo(Math.sqrt(0.375), 12);
    // Mean 0.25, variance 0.1875, covariance 0.0625 * (0.5 * 1 - 0.25 * 3 * 2 + 0) = -0.0625.
    expect(correlation).toBeCloseTo(-1 / 3, 12);
    expect(entropy).toBeCloseTo(1.5, 12);
  });
});

describe('co-occurrence', () => {
  it('is that of scikit-image, and so are the measures', () => {
    const path = '../../../../packages/vision/test/golden/image-operations/references.json';
    const references = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
    const [width, height] = [24, 18];
    const data = Uint8Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return Math.floor(((37 * x + 91 * y + 7 * x * y) % 251) / 32);
    });
    const matrix = coOccurrence({ width, height, data, levels: 8 }, 1, 0);
    for (const [i, value] of matrix.entries()) expect(value).toBeCloseTo(references.co_occurrence[i], 5);
    for (const [i, value] of haralickMeasures(matrix).entries()) {
      expect(value).toBeCloseTo(references.haralick[i], 5);
    }
  });
});

describe('uniformPatterns', () => {
  it('finds a bright dot to be no pattern of its neighbours, and a flat field to be all of them', () => {
    const cover = new Float32Array(9).fill(1);
    const dot = Float32Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0);
    expect(uniformPatterns(dot, cover, 3, 1)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(uniformPatterns(new Float32Array(9), cover, 3, 1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
    const edge = Float32Array.of(1, 1, 1, 0, 0.5, 0, 0, 0, 0);
    expect(uniformPatterns(edge, cover, 3, 1)[3]).toBe(1);
    const checks = Float32Array.of(1, 0, 1, 0, 0.5, 0, 1, 0, 1);
    expect(uniformPatterns(checks, cover, 3, 1)[9]).toBe(1);
  });
});
