import { describe, expect, it } from 'vitest';
import { drawNegativeSpec } from './draw-negative-spec.ts';
import { NEGATIVE_SUBJECTS } from './negative-spec.ts';
import { renderNegative } from './render-negative.ts';

describe('renderNegative', () => {
  it.each(NEGATIVE_SUBJECTS)('shows %s without any face, the same each time', (subject) => {
    const spec = drawNegativeSpec(5, { subject, width: 200, height: 150 });
    const scene = renderNegative(spec);
    expect(scene.truth.faces).toHaveLength(0);
    for (const mask of [scene.truth.faceMask, scene.truth.cleavageMask, scene.truth.notchBandMask]) {
      expect(mask.data).toHaveLength(200 * 150);
      expect(mask.data.every((value) => value === 0)).toBe(true);
    }
    expect(Buffer.compare(scene.image.data, renderNegative(structuredClone(spec)).image.data)).toBe(0);
  });

  it('goes through all subjects with consecutive seeds', () => {
    const subjects = new Set(NEGATIVE_SUBJECTS.map((_, seed) => drawNegativeSpec(seed).subject));
    expect(subjects.size).toBe(NEGATIVE_SUBJECTS.length);
  });
});
