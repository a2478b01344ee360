import { drawSceneSpec, renderScene } from '@mlmcsc/specimens';
import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../image/value-image.ts';
import { rectifyFace } from '../rectify/rectify-face.ts';
import { perceptualBlur } from './perceptual-blur.ts';
import { photometricFlags, photometricMeasures } from './photometric-flags.ts';

const scene = renderScene(
  drawSceneSpec(8, 'ring-microscope', {
    fitness: 'good',
    halves: 1,
    widthMm: 10,
    cleavageShare: 0.5,
    resolutionScale: 0.7,
  }),
);
const [truth] = scene.truth.faces;
const outline = { outline: truth.outline, down: { x: -truth.notchDirection.x, y: -truth.notchDirection.y } };
const flagsOf = (image: RgbImage) =>
  photometricFlags(rectifyFace(image, outline), image, outline.outline).map(
    (flag) => `${flag.code}: ${flag.severity}`,
  );
const mapped = (change: (value: number) => number): RgbImage => ({
  ...scene.image,
  data: Uint8Array.from(scene.image.data, (value) => Math.max(0, Math.min(255, Math.round(change(value))))),
});

/** Box blur of `radius` pixels in both directions, three times. */
function blur(image: RgbImage, radius: number): RgbImage {
  let data = Float32Array.from(image.data);
  for (let pass = 0; pass < 3; pass += 1) {
    for (const step of [3, 3 * image.width]) {
      const out = new Float32Array(data.length);
      for (let i = 0; i < data.length; i += 1) {
        let sum = 0;
        let count = 0;
        for (let k = -radius; k <= radius; k += 1) {
          const at = i + k * step;
          if (at < 0 || at >= data.length) continue;
          sum += data[at];
          count += 1;
        }
        out[i] = sum / count;
      }
      data = out;
    }
  }
  return { ...image, data: Uint8Array.from(data, Math.round) };
}

describe('photometricFlags', () => {
  it('has nothing to say about a good photograph', () => {
    expect(flagsOf(scene.image)).toEqual([]);
  });

  it('flags blur, and refuses a picture that is nothing but blur', () => {
    const scale = truth.pxPerMm / 20;
    expect(flagsOf(blur(scene.image, Math.round(2 * scale))).join()).toMatch(/blurred/);
    expect(flagsOf(blur(scene.image, Math.round(6 * scale)))).toContain('blurred: refuse');
  });

  it('measures more blur the more a picture is blurred', () => {
    const values = [0, 1, 2, 4].map((radius) => {
      const image = blur(scene.image, radius);
      return photometricMeasures(rectifyFace(image, outline), image, outline.outline);
    });
    for (const measure of ['blur', 'unsharpness'] as const) {
      const measured = values.map((value) => value[measure]);
      expect(measured).toEqual([...measured].sort((a, b) => a - b));
    }
  });

  it('flags burnt-out and dark exposures', () => {
    expect(flagsOf(mapped((value) => 3.2 * value)).join()).toMatch(/glare: refuse/);
    expect(flagsOf(mapped((value) => 0.06 * value)).join()).toMatch(/underexposed: refuse/);
    expect(flagsOf(mapped((value) => 0.25 * value)).join()).toMatch(/underexposed/);
  });

  it('flags a face without contrast', () => {
    expect(flagsOf(mapped((value) => 120 + 0.08 * value)).join()).toMatch(/low-contrast/);
  });
});

describe('perceptualBlur', () => {
  it('calls noise sharp, a ramp blurred, and nothing at all blurred', () => {
    const size = 64;
    const cover = new Float32Array(size * size).fill(1);
    const noise = Float32Array.from(cover, (_, i) => Math.abs(Math.sin(12.9898 * i) * 43758.5453) % 1);
    const ramp = Float32Array.from(cover, (_, i) => (i % size) + Math.floor(i / size));
    expect(perceptualBlur(noise, cover, size, size)).toBeLessThan(0.25);
    expect(perceptualBlur(ramp, cover, size, size)).toBeGreaterThan(0.9);
    expect(perceptualBlur(new Float32Array(size * size), cover, size, size)).toBe(1);
  });
});
