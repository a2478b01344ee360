import { describe, expect, it } from 'vitest';
import { DEFAULT_ACCEPTANCE } from '../locate/acceptance-model.ts';
import { paint, paintLocator } from '../locate/test-paint.ts';
import { alikeness, glanceAt, PATTERN_COLUMNS, PATTERN_ROWS } from './glance.ts';

const finder = { locator: paintLocator, acceptance: DEFAULT_ACCEPTANCE };
const painted = { centre: { x: 500, y: 360 }, width: 400, depth: 320, degrees: 0 };

describe('glanceAt', () => {
  it('tells outline and width of a face, and nothing where there is none', () => {
    const glance = glanceAt(paint(1280, 720, [painted]), finder, { widthMm: 10 });
    expect(Math.abs(glance!.widthPx - 400)).toBeLessThan(10);
    expect(glance!.widthMm).toBe(10);
    expect(glance!.outline.length).toBeGreaterThan(3);
    expect(glanceAt(paint(640, 480, []), finder)).toBeNull();
  });

  it('finds a blurred face less sharp', () => {
    const image = paint(1280, 720, [painted]);
    const soft = { ...image, data: Uint8Array.from(image.data) };
    const reach = 8;
    for (let y = 0; y < image.height; y += 1) {
      for (let x = reach; x < image.width - reach; x += 1) {
        for (let c = 0; c < 3; c += 1) {
          let sum = 0;
          for (let k = -reach; k <= reach; k += 1) sum += image.data[3 * (y * image.width + x + k) + c];
          soft.data[3 * (y * image.width + x) + c] = sum / (2 * reach + 1);
        }
      }
    }
    const sharp = glanceAt(image, finder)!.unsharpness;
    expect(glanceAt(soft, finder)!.unsharpness).toBeGreaterThan(sharp);
  });

  it('gives a pattern of mean 0 and length 1', () => {
    const { pattern } = glanceAt(paint(1280, 720, [painted]), finder)!;
    expect(pattern).toHaveLength(PATTERN_COLUMNS * PATTERN_ROWS);
    expect(Math.hypot(...pattern)).toBeCloseTo(1, 4);
  });
});

describe('alikeness', () => {
  it('is 1 for the same face, also upside down, and about 0 for another', () => {
    const first = Float32Array.from([0.5, -0.5, 0.5, -0.5]);
    expect(alikeness(first, first)).toBeCloseTo(1);
    expect(alikeness(first, first.toReversed())).toBeCloseTo(1);
    expect(alikeness(first, Float32Array.from([0.5, 0.5, -0.5, -0.5]))).toBeCloseTo(0);
  });
});
