import { describe, expect, it } from 'vitest';
import { turnedRectangle } from '../locate/test-maps.ts';
import { drawOverlay, OVERLAY_COLOURS } from '../overlay/draw-overlay.ts';
import { canonicalPose, photoToCanonical } from '../rectify/canonical-pose.ts';
import { rectifyFace } from '../rectify/rectify-face.ts';
import { backProjectMap } from './back-project-map.ts';

const outline = turnedRectangle({ x: 210, y: 160 }, 200, 160, 55);
const down = { x: outline[3].x - outline[0].x, y: outline[3].y - outline[0].y };
const pose = canonicalPose(outline, down);
const size = { width: 420, height: 330 };
const image = { ...size, data: new Uint8Array(3 * size.width * size.height).fill(100) };
const { mask } = rectifyFace(image, { outline, down });
const cells = { width: 96, height: 80 };
const map = {
  ...cells,
  cleavage: Float32Array.from({ length: 96 * 80 }, (_, i) => (Math.floor(i / 96) < 30 ? 1 : 0)),
  mask: Float32Array.from(
    { length: 96 * 80 },
    (_, i) => mask.data[2 * Math.floor(i / 96) * 192 + 2 * (i % 96)],
  ),
};

describe('backProjectMap', () => {
  const photo = backProjectMap(map, pose, outline, size);

  it('puts every cell back where it came from', () => {
    for (let y = 0; y < size.height; y += 7) {
      for (let x = 0; x < size.width; x += 7) {
        const at = y * size.width + x;
        if (photo.inside.data[at] === 0) continue;
        const cell = photoToCanonical(pose, { x, y });
        const row = (cell.y + 0.5) / 2 - 0.5;
        if (Math.abs(row - 29.5) < 1) continue;
        expect(photo.cleavage.data[at]).toBe(row < 29.5 ? 1 : 0);
      }
    }
  });

  it('covers the outline and nothing else', () => {
    let inside = 0;
    for (const value of photo.inside.data) inside += value === 255 ? 1 : 0;
    expect(Math.abs(inside - 200 * 160)).toBeLessThan(400);
  });

  it('copes with an outline that reaches beyond the picture', () => {
    const cut = backProjectMap(map, pose, outline, { width: 215, height: 120 });
    expect(cut.inside.data.some((value) => value === 255)).toBe(true);
  });
});

describe('drawOverlay', () => {
  const photo = backProjectMap(map, pose, outline, size);
  const corners = [outline[0], outline[1], outline[2], outline[3]] as const;
  const overlay = drawOverlay(image, { outline, corners }, photo, { opacity: 1 });
  const colourAt = (point: { x: number; y: number }) => {
    const at = 3 * (Math.round(point.y) * size.width + Math.round(point.x));
    return Array.from(overlay.data.subarray(at, at + 3));
  };
  const between = (a: { x: number; y: number }, b: { x: number; y: number }, part: number) => ({
    x: a.x + part * (b.x - a.x),
    y: a.y + part * (b.y - a.y),
  });

  it('leaves the original picture alone', () => {
    expect(image.data.every((value) => value === 100)).toBe(true);
  });

  it('tints cleavage orange and shear blue, marks the notch side, and nothing outside', () => {
    const middle = between(outline[0], outline[2], 0.5);
    const notch = between(outline[0], outline[1], 0.5);
    const back = between(outline[2], outline[3], 0.5);
    expect(colourAt(between(notch, middle, 0.4))).toEqual([...OVERLAY_COLOURS.cleavage]);
    expect(colourAt(between(back, middle, 0.4))).toEqual([...OVERLAY_COLOURS.shear]);
    expect(colourAt(notch)).toEqual([...OVERLAY_COLOURS.notch]);
    expect(colourAt(back)).toEqual([...OVERLAY_COLOURS.outline]);
    expect(colourAt({ x: 3, y: 3 })).toEqual([100, 100, 100]);
  });
});
