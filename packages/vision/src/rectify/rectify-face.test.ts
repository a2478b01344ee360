import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import { describe, expect, it } from 'vitest';
import { turnedRectangle } from '../locate/test-maps.ts';
import { canonicalToPhoto } from './canonical-pose.ts';
import { FINE_HEIGHT, FINE_WIDTH, rectifyFace, sampleCanonicalMask } from './rectify-face.ts';
import {
  mirroredSurfaceInput,
  SURFACE_CHANNELS,
  SURFACE_HEIGHT,
  SURFACE_WIDTH,
  surfaceInput,
  surfaceMask,
} from './surface-input.ts';

/** A picture that is a smooth function of the position, so that sampling can be checked anywhere. */
function ramp(width: number, height: number) {
  const data = new Uint8Array(3 * width * height);
  for (let i = 0; i < width * height; i += 1) {
    data.fill(
      Math.round(40 + (150 * (i % width)) / width + (50 * Math.floor(i / width)) / height),
      3 * i,
      3 * i + 3,
    );
  }
  return { width, height, data };
}

describe('rectifyFace', () => {
  it('shows the photograph at the place the pose names, at any scale and turn', () => {
    const image = ramp(1400, 1000);
    for (const [width, degrees] of [
      [150, 0],
      [420, 77],
      [800, -150],
    ]) {
      const outline = turnedRectangle({ x: 700, y: 500 }, width, 0.8 * width, degrees);
      const down = { x: outline[3].x - outline[0].x, y: outline[3].y - outline[0].y };
      const face = rectifyFace(image, { outline, down });
      for (const [x, y] of [
        [100, 90],
        [192, 160],
        [300, 200],
      ]) {
        const photo = canonicalToPhoto(face.pose, { x: (x + 0.5) / 2 - 0.5, y: (y + 0.5) / 2 - 0.5 });
        const wanted = (40 + (150 * photo.x) / 1400 + (50 * photo.y) / 1000) / 255;
        expect(face.luminance.data[y * FINE_WIDTH + x]).toBeCloseTo(wanted, 2);
      }
    }
  });

  it('averages fine patterns away instead of aliasing them', () => {
    const image = { width: 1600, height: 1200, data: new Uint8Array(1600 * 1200 * 3) };
    for (let i = 0; i < 1600 * 1200; i += 1) image.data.fill(i % 2 === 0 ? 0 : 200, 3 * i, 3 * i + 3);
    const outline = turnedRectangle({ x: 800, y: 600 }, 1500, 1100, 0);
    const face = rectifyFace(image, { outline, down: { x: 0, y: 1 } });
    const at = (FINE_HEIGHT / 2) * FINE_WIDTH + FINE_WIDTH / 2;
    for (let k = -20; k < 20; k += 1) {
      expect(Math.abs(face.luminance.data[at + k] - 100 / 255)).toBeLessThan(0.08);
    }
  });

  it('keeps the area fraction of the photograph', () => {
    const scene = renderScene(
      drawSceneSpec(11, 'dome-laboratory', { fitness: 'good', halves: 1, resolutionScale: 0.6 }),
    );
    const [truth] = scene.truth.faces;
    const down = { x: -truth.notchDirection.x, y: -truth.notchDirection.y };
    const face = rectifyFace(scene.image, { outline: truth.outline, down });
    const mask = surfaceMask(face);
    const cleavage = sampleCanonicalMask(scene.truth.cleavageMask, face.pose, SURFACE_WIDTH, SURFACE_HEIGHT);
    let share = 0;
    let area = 0;
    cleavage.forEach((value, i) => {
      share += value * mask[i];
      area += mask[i];
    });
    expect(Math.abs(100 * (1 - share / area) - truth.shearPercent)).toBeLessThan(0.7);
  });
});

describe('surfaceInput', () => {
  const scene = renderScene(
    drawSceneSpec(5, 'side-bench', { fitness: 'good', halves: 1, resolutionScale: 0.6 }),
  );
  const [truth] = scene.truth.faces;
  const outline = {
    outline: truth.outline,
    down: { x: -truth.notchDirection.x, y: -truth.notchDirection.y },
  };
  const tensor = surfaceInput(rectifyFace(scene.image, outline));

  it('has the documented shape, finite values, and zeros outside the face', () => {
    expect([tensor.channels, tensor.height, tensor.width]).toEqual([
      SURFACE_CHANNELS,
      SURFACE_HEIGHT,
      SURFACE_WIDTH,
    ]);
    expect(tensor.data.every(Number.isFinite)).toBe(true);
    expect(tensor.data.every((value) => Math.abs(value) <= 4)).toBe(true);
    for (let channel = 0; channel < SURFACE_CHANNELS; channel += 1) {
      expect(tensor.data[channel * SURFACE_HEIGHT * SURFACE_WIDTH]).toBe(0);
    }
  });

  it('hardly changes with exposure and contrast', () => {
    const dimmed = {
      ...scene.image,
      data: Uint8Array.from(scene.image.data, (value) => Math.round(20 + 0.7 * value)),
    };
    const other = surfaceInput(rectifyFace(dimmed, outline));
    const size = SURFACE_HEIGHT * SURFACE_WIDTH;
    for (const channel of [0, 1, 2]) {
      let difference = 0;
      for (let i = 0; i < size; i += 1) {
        difference += Math.abs(other.data[channel * size + i] - tensor.data[channel * size + i]) / size;
      }
      expect(difference).toBeLessThan(0.06);
    }
  });

  it('is mirrored by the function that stands for the mirrored face', () => {
    const mirror = (image: typeof scene.image) => {
      const data = new Uint8Array(image.data.length);
      for (let i = 0; i < image.width * image.height; i += 1) {
        const x = i % image.width;
        const from = i - x + (image.width - 1 - x);
        data.set(image.data.subarray(3 * from, 3 * from + 3), 3 * i);
      }
      return { ...image, data };
    };
    const mirrorPoint = ({ x, y }: { x: number; y: number }) => ({ x: scene.image.width - 1 - x, y });
    const other = surfaceInput(
      rectifyFace(mirror(scene.image), {
        outline: truth.outline.map(mirrorPoint),
        down: { x: truth.notchDirection.x, y: -truth.notchDirection.y },
      }),
    );
    const expected = mirroredSurfaceInput(tensor);
    let difference = 0;
    for (let i = 0; i < expected.data.length; i += 1) {
      difference += Math.abs(expected.data[i] - other.data[i]) / expected.data.length;
    }
    expect(difference).toBeLessThan(1e-3);
  });
});
