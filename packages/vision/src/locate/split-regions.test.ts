import { describe, expect, it } from 'vitest';
import { splitRegions } from './split-regions.ts';

const WIDTH = 80;
const HEIGHT = 48;
/** Map from boxes [left, top, right, bottom] (inclusive) of probability 0.9. */
function mapOf(...boxes: readonly (readonly [number, number, number, number])[]): Float32Array {
  const map = new Float32Array(WIDTH * HEIGHT).fill(0.05);
  for (const [left, top, right, bottom] of boxes) {
    for (let y = top; y <= bottom; y += 1) map.fill(0.9, y * WIDTH + left, y * WIDTH + right + 1);
  }
  return map;
}
const split = (map: Float32Array) => splitRegions(map, WIDTH, HEIGHT, 0.5, 24);
const areaOf = (values: Float32Array) => values.filter((value) => value >= 0.5).length;

describe('splitRegions', () => {
  it('leaves a compact region as it is, corners included', () => {
    const [part, ...others] = split(mapOf([10, 8, 45, 37]));
    expect(others).toHaveLength(0);
    expect(areaOf(part.values)).toBe(36 * 30);
    expect(part.region).toMatchObject({ left: 10, top: 8, right: 45, bottom: 37, area: 36 * 30 });
  });

  it('parts two faces that touch by a thin bridge', () => {
    const parts = split(mapOf([4, 8, 30, 37], [31, 20, 39, 21], [40, 8, 72, 37]));
    // At most the foot of the bridge stays with each.
    expect(parts.map(({ region }) => [region.left >= 36, region.right <= 34])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(areaOf(parts[0].values)).toBeLessThan(33 * 30 + 14);
  });

  it('cuts off a spur, such as a label that lies beside the face', () => {
    const [part] = split(mapOf([10, 8, 45, 37], [46, 20, 70, 22]));
    expect(areaOf(part.values)).toBeLessThan(36 * 30 + 18);
  });

  it('fills holes', () => {
    const map = mapOf([10, 8, 45, 37]);
    for (let y = 18; y < 24; y += 1) map.fill(0.1, y * WIDTH + 20, y * WIDTH + 30);
    expect(areaOf(split(map)[0].values)).toBe(36 * 30);
  });

  it('keeps a region at the border without reaching for others there', () => {
    const parts = split(mapOf([0, 0, 25, 24], [55, 0, 79, 20]));
    expect(parts.map(({ values }) => areaOf(values))).toEqual([26 * 25, 25 * 21]);
  });

  it('drops specks', () => {
    expect(split(mapOf([3, 3, 5, 5]))).toEqual([]);
  });
});
