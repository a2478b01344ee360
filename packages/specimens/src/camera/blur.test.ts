import { describe, expect, it } from 'vitest';
import { blurPlanesInPlace } from './blur.ts';

/** One bright pixel in channel 1 of a two-channel raster. */
function blurredImpulse(width: number, height: number, sigma: number): Float32Array {
  const data = new Float32Array(width * height * 2);
  data[2 * (Math.floor(height / 2) * width + Math.floor(width / 2)) + 1] = 1;
  blurPlanesInPlace(data, width, height, 2, sigma);
  return data;
}

describe('blurPlanesInPlace', () => {
  it.each([0.5, 1.3, 2.5, 5])('spreads a point with standard deviation %d and keeps its light', (sigma) => {
    const width = 61;
    const height = 51;
    const data = blurredImpulse(width, height, sigma);
    let sum = 0;
    let spreadX = 0;
    let spreadY = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const value = data[2 * (y * width + x) + 1]!;
        sum += value;
        spreadX += value * (x - 30) ** 2;
        spreadY += value * (y - 25) ** 2;
        expect(data[2 * (y * width + x)]).toBe(0);
      }
    }
    expect(sum).toBeCloseTo(1, 4);
    // The kernel is cut at 2.3 sigma and box widths are whole pixels: a tenth of tolerance.
    expect(Math.abs(Math.sqrt(spreadX) / sigma - 1)).toBeLessThan(0.12);
    expect(Math.sqrt(spreadY)).toBeCloseTo(Math.sqrt(spreadX), 4);
  });

  it.each([0.9, 4])('leaves an even raster even up to the rim, sigma %d', (sigma) => {
    const data = new Float32Array(17 * 9 * 3).fill(0.4);
    blurPlanesInPlace(data, 17, 9, 3, sigma);
    for (const value of data) expect(value).toBeCloseTo(0.4, 5);
  });
});
