import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resampleMask, resamplePlain, resampleRegion } from './resample-region.ts';

const grey = (width: number, height: number, values: readonly number[]) => ({
  width,
  height,
  data: Uint8Array.from(values.flatMap((value) => [value, value, value])),
});
const firstChannel = (data: Float32Array) => Array.from(data).filter((_, i) => i % 3 === 0);

describe('resampleRegion', () => {
  it('returns the pixels themselves for a region that matches the grid', () => {
    const image = grey(3, 2, [10, 20, 30, 40, 50, 60]);
    const sampled = resampleRegion(image, { left: 0, top: 0, width: 3, height: 2 }, 3, 2);
    expect(firstChannel(sampled.data)).toEqual([10, 20, 30, 40, 50, 60]);
    expect(Array.from(sampled.cover)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('averages exact areas when a sample cuts a pixel', () => {
    const image = grey(3, 1, [0, 90, 30]);
    const sampled = resampleRegion(image, { left: 0, top: 0, width: 3, height: 1 }, 2, 1);
    // First sample: all of pixel 0 and half of pixel 1, over 1.5 pixels.
    expect(firstChannel(sampled.data)[0]).toBeCloseTo(45 / 1.5, 4);
    expect(firstChannel(sampled.data)[1]).toBeCloseTo((45 + 30) / 1.5, 4);
  });

  it('interpolates between pixel centres when enlarging', () => {
    const image = grey(2, 1, [0, 100]);
    const sampled = resampleRegion(image, { left: 0, top: 0, width: 2, height: 1 }, 4, 1);
    expect(firstChannel(sampled.data)).toEqual([0, 25, 75, 100]);
  });

  it('reports what lies outside the picture as uncovered and averages only what lies inside', () => {
    const image = grey(2, 2, [40, 40, 40, 40]);
    const sampled = resampleRegion(image, { left: -2, top: -1, width: 4, height: 4 }, 2, 2);
    expect(Array.from(sampled.cover)).toEqual([0, 0.5, 0, 0.5]);
    expect(firstChannel(sampled.data)).toEqual([0, 40, 0, 40]);
  });

  it('gives the bits of the plain code, shrinking and enlarging, across every border', () => {
    const size = { width: 67, height: 41 };
    const data = Uint8Array.from({ length: 3 * 67 * 41 }, (_, i) => (i * 89 + (i >> 4) * 31) & 255);
    for (const [left, top, width, height, columns, rows] of [
      [0, 0, 67, 41, 13, 9],
      [-4.3, -7.7, 80.1, 60.9, 17, 11],
      [20.25, 11.5, 9.6, 7.2, 24, 18],
      [50, 30, 40, 30, 8, 6],
      [60.5, -3, 5, 9, 5, 9],
      [100, 100, 20, 20, 4, 4],
    ]) {
      const region = { left, top, width, height };
      const plain = resamplePlain(data, 67, 41, 3, region, columns, rows);
      const sampled = resampleRegion({ ...size, data }, region, columns, rows);
      expect(new Uint32Array(sampled.data.buffer)).toEqual(new Uint32Array(plain.data.buffer));
      expect(sampled.cover).toEqual(plain.cover);
    }
  });

  it('keeps the mean of any picture that it shrinks as a whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 30 }),
        fc.integer({ min: 4, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (width, height, columns, rows, stream) => {
          const values = Array.from({ length: width * height }, () => stream.next().value as number);
          const region = { left: 0, top: 0, width, height };
          const { data } = resampleRegion(grey(width, height, values), region, columns, rows);
          const mean = (list: readonly number[]) => list.reduce((sum, v) => sum + v, 0) / list.length;
          expect(mean(firstChannel(data))).toBeCloseTo(mean(values), 2);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('refuses an empty region', () => {
    const image = grey(1, 1, [1]);
    expect(() => resampleRegion(image, { left: 0, top: 0, width: 0, height: 1 }, 2, 2)).toThrow(RangeError);
  });
});

describe('resampleMask', () => {
  it('gives the share of inside pixels, whatever non-zero value marks them', () => {
    const mask = { width: 4, height: 2, data: Uint8Array.of(1, 255, 0, 0, 7, 0, 0, 0) };
    const shares = resampleMask(mask, { left: 0, top: 0, width: 4, height: 2 }, 2, 1);
    expect(Array.from(shares)).toEqual([0.75, 0]);
  });

  it('counts what lies outside the picture as not covered', () => {
    const mask = { width: 2, height: 2, data: Uint8Array.of(1, 1, 1, 1) };
    const shares = resampleMask(mask, { left: 1, top: 0, width: 2, height: 2 }, 1, 1);
    expect(shares[0]).toBeCloseTo(0.5, 6);
  });
});
