import { createRandom } from '@mlmcsc/learning/network';
import { describe, expect, it } from 'vitest';
import { boxBlur } from './box-blur.ts';
import { degradePicture } from './degrade-picture.ts';
import { jpegLikeInPlace } from './jpeg-like.ts';
import { shiftClasses } from './shift-classes.ts';

const width = 37;
const height = 29;
const picture = (): Float32Array =>
  Float32Array.from({ length: 3 * width * height }, (_, i) => 128 + 90 * Math.sin(i * 0.31 + (i % 3)));

const meanDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]) / a.length;
  return sum;
};

describe('boxBlur', () => {
  it('takes the mean of the window, repeating the border', () => {
    const blurred = boxBlur(Float32Array.of(1, 2, 3, 10, 20, 30), 3, 2, 1);
    // Top left: columns 1, 1, 2 of the first row twice, and 10, 10, 20 of the second.
    expect(blurred[0]).toBeCloseTo((2 * (1 + 1 + 2) + (10 + 10 + 20)) / 9, 5);
    expect(blurred[4]).toBeCloseTo((1 + 2 + 3 + 2 * (10 + 20 + 30)) / 9, 5);
  });
});

describe('jpegLikeInPlace', () => {
  it('leaves a flat picture alone and loses more at lower quality', () => {
    const flat = new Float32Array(3 * 16 * 16).fill(100);
    jpegLikeInPlace(flat, 16, 16, 60);
    expect(meanDifference(flat, new Float32Array(flat.length).fill(100))).toBeLessThan(1.5);
    const loss = (quality: number): number => {
      const data = picture();
      jpegLikeInPlace(data, width, height, quality);
      return meanDifference(data, picture());
    };
    expect(loss(95)).toBeLessThan(loss(50));
  });

  it('keeps luminance at quality 100 to within rounding', () => {
    const grey = Float32Array.from({ length: 3 * width * height }, (_, i) => (((i / 3) | 0) * 7) % 251);
    const before = grey.slice();
    jpegLikeInPlace(grey, width, height, 100);
    expect(meanDifference(grey, before)).toBeLessThan(1);
  });
});

describe('degradePicture', () => {
  it('gives the same bytes for the same random numbers, other bytes for others, and only rounds at strength 0', () => {
    const original = { width, height, data: picture() };
    const of = (seed: number, strength = 1) => degradePicture(original, createRandom(seed), strength).data;
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    expect(meanDifference(of(3, 0), picture())).toBeLessThan(0.6);
    expect(original.data).toEqual(picture());
  });
});

describe('shiftClasses', () => {
  it('changes the brightness of cleavage against the rest', () => {
    const ratios = Array.from({ length: 12 }, (_, seed) => {
      const data = new Float32Array(3 * 40 * 40).fill(120);
      const cleavage = Float32Array.from({ length: 1600 }, (_, i) => (i % 40 < 20 ? 1 : 0));
      shiftClasses({ width: 40, height: 40, data }, cleavage, createRandom(seed));
      return data[3 * (40 * 20 + 5)] / data[3 * (40 * 20 + 35)];
    });
    expect(Math.min(...ratios)).toBeLessThan(0.9);
    expect(Math.max(...ratios)).toBeGreaterThan(1.1);
  });
});
