import { describe, expect, it } from 'vitest';
import { detectorInput } from './detector-input.ts';
import { detectorLayout } from './detector-layout.ts';
import { readDetections } from './read-detections.ts';

/** An 800 x 200 picture in an input of 400 x 320: two photograph pixels a cell, 110 cells of grey above. */
const input = { width: 400, height: 320, region: { left: 0, top: -220, width: 800, height: 640 } };
const rules = { faceClass: 1, leastScore: 0.25, mostOverlap: 0.5 };

/** Columns of the raw layout as one array, row after row. */
const raw = (...columns: number[][]) => columns[0].flatMap((_, row) => columns.map((column) => column[row]));

describe('readDetections', () => {
  it('brings raw boxes of the face class into photograph pixels, surest first, overlaps removed', () => {
    const data = raw(
      [100, 150, 60, 40, 0.1, 0.6],
      [102, 151, 60, 42, 0.0, 0.9],
      [300, 160, 50, 40, 0.95, 0.1],
      [200, 170, 50, 44, 0.0, 0.5],
    );
    const layout = detectorLayout([1, 6, 4], { classes: 2, isOriented: false });
    const { boxes, bestScore } = readDetections(data, layout, input, rules);
    expect(boxes).toEqual([
      { centre: { x: 203.5, y: 81.5 }, width: 120, height: 84, angle: null, score: 0.9 },
      { centre: { x: 399.5, y: 119.5 }, width: 100, height: 88, angle: null, score: 0.5 },
    ]);
    expect(bestScore).toBe(0.9);
  });

  it('reads final rows by their corners and says how near an empty answer was', () => {
    const rows = [
      [70, 130, 130, 170, 0.8, 0],
      [71, 131, 131, 175, 0.2, 1],
    ];
    const layout = detectorLayout([1, 2, 6], { classes: null, isOriented: false });
    expect(readDetections(rows.flat(), layout, input, rules)).toEqual({ boxes: [], bestScore: 0.2 });
    const [box] = readDetections(rows.flat(), layout, input, { ...rules, leastScore: 0.1 }).boxes;
    expect(box).toMatchObject({ centre: { x: 201.5, y: 85.5 }, width: 120, height: 88, score: 0.2 });
  });

  it('keeps the angle of turned boxes, which overlap less than their upright extents', () => {
    const data = raw(
      [100, 100, 80, 10, 0, 0.9, Math.PI / 4],
      [130, 100, 80, 10, 0, 0.8, Math.PI / 4],
      [101, 101, 80, 10, 0, 0.7, Math.PI / 4],
    );
    const layout = detectorLayout([1, 7, 3], { classes: 2, isOriented: true });
    const { boxes } = readDetections(data, layout, input, rules);
    expect(boxes.map(({ score, angle }) => [score, angle])).toEqual([
      [0.9, Math.PI / 4],
      [0.8, Math.PI / 4],
    ]);
  });

  it('refuses logits and numbers that are not finite', () => {
    const layout = detectorLayout([1, 6, 1], { classes: 2, isOriented: false });
    expect(() => readDetections([1, 1, 1, 1, 0, 3.2], layout, input, rules)).toThrow(
      /score 3.2.*from 0 to 1/,
    );
    expect(() => readDetections([1, Number.NaN, 1, 1, 0, 0.9], layout, input, rules)).toThrow(/not finite/);
  });
});

describe('detectorInput', () => {
  it('letterboxes: scaled to fit, centred, grey around, red first', () => {
    const image = { width: 2, height: 1, data: Uint8Array.of(255, 0, 51, 255, 0, 51) };
    const { data, region } = detectorInput(image, 4, 4);
    expect(region).toEqual({ left: 0, top: -0.5, width: 2, height: 2 });
    const row = (channel: number, y: number) => [
      ...data.subarray(16 * channel + 4 * y, 16 * channel + 4 * y + 4),
    ];
    expect(row(0, 0)).toEqual(new Array(4).fill(Math.fround(114 / 255)));
    expect(row(0, 1)).toEqual([1, 1, 1, 1]);
    expect(row(1, 2)).toEqual([0, 0, 0, 0]);
    expect(row(2, 2)).toEqual(new Array(4).fill(Math.fround(0.2)));
  });
});
