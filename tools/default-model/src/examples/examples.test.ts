import { createRandom } from '@mlmcsc/learning/network';
import { fromBlockPlanes } from '@mlmcsc/vision';
import { describe, expect, it } from 'vitest';
import { decodeScene, encodeScene, type StoredScene } from '../scenes/stored-scene.ts';
import { flipPlanes } from './flip-planes.ts';
import { jitterOutline } from './jitter-outline.ts';
import { locatorExample } from './locator-examples.ts';
import { surfaceExample, teachableFaces } from './surface-examples.ts';

/** A bright square face with cleavage in its lower half, notch on top. */
function squareScene(): StoredScene {
  const width = 96;
  const height = 80;
  const data = new Uint8Array(3 * width * height);
  const labels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isFace = x >= 20 && x < 68 && y >= 16 && y < 64;
      const isCleavage = isFace && y >= 40;
      labels[y * width + x] = (isFace ? 1 : 0) | (isCleavage ? 64 : 0) | (isFace && y < 25 ? 128 : 0);
      const value = 30 + (isFace ? 100 : 0) + ((x * 13 + y * 7) % (isCleavage ? 60 : 12));
      data.fill(value, 3 * (y * width + x), 3 * (y * width + x) + 3);
    }
  }
  const corner = (x: number, y: number) => ({ x, y });
  const outline = [corner(19.5, 15.5), corner(67.5, 15.5), corner(67.5, 63.5), corner(19.5, 63.5)];
  return {
    image: { width, height, data },
    labels,
    about: {
      seed: 5,
      family: 'test',
      fitness: 'good',
      faces: [
        {
          outline,
          cornerPoints: [outline[0], outline[1], outline[2], outline[3]],
          notchDirection: { x: 0, y: -1 },
          notchSide: 'top',
          pxPerMm: 6,
          widthMm: 10,
          shearPercent: 50,
          visibleShare: 1,
        },
      ],
    },
  };
}

const weighedMean = (values: Float32Array, weight: Float32Array, from = 0, to = values.length): number => {
  let sum = 0;
  let total = 0;
  for (let i = from; i < to; i++) {
    sum += weight[i] * values[i];
    total += weight[i];
  }
  return sum / total;
};

describe('a stored scene', () => {
  it('survives encoding, and a cut file is refused', () => {
    const scene = squareScene();
    const bytes = encodeScene(scene);
    const again = decodeScene(bytes);
    expect([...again.labels]).toEqual([...scene.labels]);
    expect([...again.image.data]).toEqual([...scene.image.data]);
    expect(again.about).toEqual(scene.about);
    expect(() => decodeScene(bytes.slice(0, -5))).toThrow(/delete it/);
  });
});

describe('surfaceExample', () => {
  it('has about half of the face as cleavage, mostly below the notch, whatever the jitter', () => {
    const scene = squareScene();
    expect(teachableFaces(scene)).toEqual([1]);
    let below = 0;
    for (let seed = 0; seed < 24; seed++) {
      const example = surfaceExample(scene, 1, seed);
      const target = fromBlockPlanes(example.target);
      const weight = fromBlockPlanes(example.weight);
      expect(Math.abs(weighedMean(target, weight) - 0.5)).toBeLessThan(0.12);
      const half = target.length / 2;
      if (weighedMean(target, weight, half) > weighedMean(target, weight, 0, half) + 0.5) below += 1;
    }
    // The rest is turned on purpose: the notch's side is not always found.
    expect(below).toBeGreaterThan(16);
    expect(below).toBeLessThan(24);
  });
});

describe('locatorExample', () => {
  it('wants the notch band inside the face, a fifth of it', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { target } = locatorExample(squareScene(), seed);
      const cells = target.length / 2;
      let face = 0;
      let notch = 0;
      for (let i = 0; i < cells; i++) {
        face += target[i];
        notch += target[cells + i];
        expect(target[cells + i]).toBeLessThanOrEqual(target[i] + 1e-6);
      }
      expect(face).toBeGreaterThan(0);
      // Crops may cut either; the whole face has 9 of 48 rows in the band.
      expect(notch / face).toBeLessThan(0.5);
    }
  });
});

describe('flipPlanes', () => {
  it('mirrors each plane along the wanted axes', () => {
    const planes = Float32Array.of(1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60);
    const flipped = (x: boolean, y: boolean) => [...flipPlanes(planes, 2, 2, 3, { x, y })];
    expect(flipped(false, false)).toEqual([...planes]);
    expect(flipped(true, false)).toEqual([3, 2, 1, 6, 5, 4, 30, 20, 10, 60, 50, 40]);
    expect(flipped(false, true)).toEqual([4, 5, 6, 1, 2, 3, 40, 50, 60, 10, 20, 30]);
  });
});

describe('jitterOutline', () => {
  it('moves points by a few percent of the size', () => {
    const circle = Array.from({ length: 40 }, (_, i) => ({
      x: 300 + 100 * Math.cos((2 * Math.PI * i) / 40),
      y: 200 + 100 * Math.sin((2 * Math.PI * i) / 40),
    }));
    const moved = jitterOutline(circle, createRandom(4));
    const distances = moved.map((point, i) => Math.hypot(point.x - circle[i].x, point.y - circle[i].y));
    expect(Math.max(...distances)).toBeGreaterThan(0.3);
    expect(Math.max(...distances)).toBeLessThan(12);
  });
});
