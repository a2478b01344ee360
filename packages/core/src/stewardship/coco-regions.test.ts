import { describe, expect, it } from 'vitest';
import { encodeOutline, encodeRegions } from './coco-regions.ts';

const R = [255, 0, 0];
const G = [0, 255, 0];
const B = [0, 0, 255];
const o = [12, 200, 3];

describe('encodeRegions', () => {
  it('counts down the columns, beginning with what is not painted', async () => {
    const rows = [
      [G, o, R, o],
      [G, R, R, B],
      [o, o, R, o],
    ];
    const painting = { width: 4, height: 3, data: Uint8Array.from(rows.flat(2)) };
    expect(await encodeRegions(painting as never)).toEqual([
      { category: 'shear', counts: [0, 2, 10], area: 2, bbox: [0, 0, 1, 2] },
      { category: 'cleavage', counts: [4, 1, 1, 3, 3], area: 4, bbox: [1, 0, 2, 3] },
      { category: 'not-surface', counts: [10, 1, 1], area: 1, bbox: [3, 1, 1, 1] },
    ]);
  });

  it('finds nothing where no colour is pure', async () => {
    const painting = { width: 1, height: 2, data: Uint8Array.of(254, 0, 0, 255, 255, 0) };
    expect(await encodeRegions(painting as never)).toEqual([]);
  });
});

describe('encodeOutline', () => {
  const picture = { width: 10, height: 8 };

  it('keeps an outline that lies inside', () => {
    const outline = [
      [1, 2],
      [9, 2],
      [9, 7],
      [1, 7],
    ] as const;
    expect(encodeOutline(outline, picture)).toEqual({
      polygon: [1, 2, 9, 2, 9, 7, 1, 7],
      area: 40,
      bbox: [1, 2, 8, 5],
    });
  });

  it('cuts off what lies outside', () => {
    const outline = [
      [-5, 3],
      [5, -7],
      [15, 3],
      [5, 13],
    ] as const;
    const cut = encodeOutline(outline, picture)!;
    expect(cut.bbox).toEqual([0, 0, 10, 8]);
    // The diamond's edges just reach the corners of the picture.
    expect(cut.area).toBeCloseTo(80, 9);
  });

  it('gives nothing for an outline beyond the picture', () => {
    const outline = [
      [20, 20],
      [30, 20],
      [25, 30],
    ] as const;
    expect(encodeOutline(outline, picture)).toBeNull();
  });
});
