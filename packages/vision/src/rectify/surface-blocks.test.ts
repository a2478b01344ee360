import { describe, expect, it } from 'vitest';
import { fromBlockPlanes, toBlockPlanes } from './surface-blocks.ts';
import { SURFACE_HEIGHT, SURFACE_WIDTH } from './surface-input.ts';

const cells = SURFACE_WIDTH * SURFACE_HEIGHT;
const map = Float32Array.from({ length: cells }, (_, i) => i);

describe('block planes', () => {
  it('hold the left upper, right upper, left lower and right lower cell of each block', () => {
    const planes = toBlockPlanes(map);
    const plane = cells / 4;
    const second = [0, 1, 2, 3].map((k) => planes[k * plane + 1]);
    expect(second).toEqual([2, 3, SURFACE_WIDTH + 2, SURFACE_WIDTH + 3]);
    const nextRow = [0, 1, 2, 3].map((k) => planes[k * plane + SURFACE_WIDTH / 2]);
    expect(nextRow).toEqual([2, 2, 3, 3].map((row, k) => row * SURFACE_WIDTH + (k % 2)));
  });

  it('give the map back', () => {
    expect(fromBlockPlanes(toBlockPlanes(map))).toEqual(map);
  });
});
