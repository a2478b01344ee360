import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import { describe, expect, it } from 'vitest';
import { rectifyFace } from '../rectify/rectify-face.ts';
import { DESCRIPTOR_NAMES, describeFace } from './describe-face.ts';

function scene(cleavageShare: number) {
  const spec = drawSceneSpec(21, 'dome-laboratory', {
    fitness: 'good',
    halves: 1,
    cleavageShare,
    resolutionScale: 0.6,
  });
  const { image, truth } = renderScene(spec);
  const [face] = truth.faces;
  return {
    image,
    face: { outline: face.outline, down: { x: -face.notchDirection.x, y: -face.notchDirection.y } },
  };
}

const named = ({ values }: { values: Float64Array }, name: string) => values[DESCRIPTOR_NAMES.indexOf(name)];

describe('describeFace', () => {
  const brittle = scene(0.9);
  const descriptors = describeFace(rectifyFace(brittle.image, brittle.face));

  it('gives one finite number for each of its different names', () => {
    expect(descriptors.values).toHaveLength(DESCRIPTOR_NAMES.length);
    expect(new Set(DESCRIPTOR_NAMES).size).toBe(DESCRIPTOR_NAMES.length);
    expect(descriptors.values.every(Number.isFinite)).toBe(true);
  });

  it('is bit-identical for the same face', () => {
    expect(describeFace(rectifyFace(brittle.image, brittle.face))).toEqual(descriptors);
  });

  it('hardly depends on exposure', () => {
    const brighter = {
      ...brittle.image,
      data: Uint8Array.from(brittle.image.data, (v) => Math.round(15 + 0.85 * v)),
    };
    const other = describeFace(rectifyFace(brighter, brittle.face));
    for (const name of [
      'energy-middle-0',
      'energy-coarse-90',
      'contrast-fine',
      'tone-entropy',
      'glint-share',
    ]) {
      expect(Math.abs(named(other, name) - named(descriptors, name))).toBeLessThan(0.06);
    }
  });

  it('answers differently to a brittle and a tough face', () => {
    const tough = scene(0);
    const other = describeFace(rectifyFace(tough.image, tough.face));
    expect(named(other, 'outline-bulge')).toBeGreaterThan(named(descriptors, 'outline-bulge'));
    let distance = 0;
    descriptors.values.forEach((value, i) => {
      distance += Math.abs(value - other.values[i]);
    });
    expect(distance).toBeGreaterThan(3);
  });
});
