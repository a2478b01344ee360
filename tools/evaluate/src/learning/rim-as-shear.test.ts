import { PAINT, SURFACE_HEIGHT, SURFACE_WIDTH } from '@mlmcsc/vision';
import { describe, expect, it } from 'vitest';
import type { ReadBar } from './bar.ts';
import { RIM_CELLS, rimAsShear } from './rim-as-shear.ts';

const cells = SURFACE_WIDTH * SURFACE_HEIGHT;
/** The left 40 columns cleavage, the rest shear. */
const paint = Uint8Array.from({ length: cells }, (_, i) =>
  i % SURFACE_WIDTH < 40 ? PAINT.cleavage : PAINT.shear,
);
const bar: ReadBar = {
  ...{ specimen: 's', heat: 'h', truth: 1, widthMm: 10, seen: null },
  close: {
    paint,
    reading: {
      ...{ features: new Float32Array(0), channels: 0, logits: new Float32Array(0), pooledLength: 0 },
      ...{ mask: new Float32Array(cells).fill(1), view: new Float64Array(0) },
    },
  },
};

describe('rimAsShear', () => {
  it('takes the rim off the cleavage, in paint and in percent', () => {
    const counted = rimAsShear(bar);
    expect(counted.truth).toBeCloseTo(100 * (1 - (40 - RIM_CELLS) / SURFACE_WIDTH), 9);
    const row = counted.close!.paint.subarray(0, SURFACE_WIDTH);
    expect([...row].filter((kind) => kind === PAINT.cleavage)).toHaveLength(40 - RIM_CELLS);
  });

  it('leaves a refused bar and a bar without shear as they are', () => {
    expect(rimAsShear({ ...bar, close: null }).truth).toBe(1);
    const brittle = { ...bar.close!, paint: paint.map(() => PAINT.cleavage) };
    expect(rimAsShear({ ...bar, close: brittle }).truth).toBe(0);
  });
});
