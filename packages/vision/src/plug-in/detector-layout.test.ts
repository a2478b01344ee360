import { describe, expect, it } from 'vitest';
import { detectorLayout } from './detector-layout.ts';

const upright = { classes: null, isOriented: false };

describe('detectorLayout', () => {
  it.each([
    { shape: [1, 5, 8400], facts: upright, expected: { kind: 'raw', boxes: 8400, classes: 1 } },
    { shape: [1, 84, 8400], facts: upright, expected: { kind: 'raw', boxes: 8400, classes: 80 } },
    {
      shape: [1, 8, 3],
      facts: { classes: 3, isOriented: true },
      expected: { kind: 'raw', boxes: 3, classes: 3, isOriented: true },
    },
    { shape: [1, 300, 6], facts: { ...upright, classes: 2 }, expected: { kind: 'final', boxes: 300 } },
    {
      shape: [1, 300, 7],
      facts: { classes: 1, isOriented: true },
      expected: { kind: 'final', isOriented: true },
    },
  ])('reads $shape as $expected', ({ shape, facts, expected }) => {
    expect(detectorLayout(shape, facts)).toMatchObject(expected);
  });

  it.each([
    // One class and objectness: the raw output of an older family, which would be misread as final boxes.
    { shape: [1, 25200, 6], facts: upright },
    { shape: [1, 84, 8400], facts: { ...upright, classes: 2 } },
    { shape: [2, 5, 8400], facts: upright },
    { shape: [1, 8400], facts: upright },
  ])('refuses $shape, naming what is accepted', ({ shape, facts }) => {
    expect(() => detectorLayout(shape, facts)).toThrow(
      new RegExp(`must be \\[1, 4 \\+ .*boxes\\].*\\[1, boxes, 6\\]; it is \\[${shape.join(', ')}\\]`),
    );
  });
});
