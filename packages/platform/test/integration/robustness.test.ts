import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureShear } from '@mlmcsc/core/measure';
import { decodeModel } from '@mlmcsc/learning';
import { drawSceneSpec, renderScene, SCENE_FAMILIES } from '@mlmcsc/specimens';
import type { RgbImage } from '@mlmcsc/vision';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';

/** The shipped model on rendered specimens of every family: what must not matter, hardly does.
 * Bounds are in points of percent shear: on the mean over the pictures, and on any one of them. */
const model = decodeModel(readFileSync(join(import.meta.dirname, '../../../../models/default.mlmcsc')));

type Change = (image: RgbImage) => RgbImage | Promise<RgbImage>;

const pictures = SCENE_FAMILIES.flatMap((family) =>
  [401, 402, 403].map(
    (seed) =>
      renderScene(drawSceneSpec(seed, family, { fitness: 'good', halves: 1, width: 960, height: 720 })).image,
  ),
);

const raw = ({ data, width, height }: RgbImage) => sharp(data, { raw: { width, height, channels: 3 } });

async function through(pipeline: Sharp): Promise<RgbImage> {
  const { data, info } = await pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

const curve =
  (gain: number, gamma: number): Change =>
  (image) => ({
    ...image,
    data: image.data.map((value) => Math.min(255, Math.round(255 * gain * (value / 255) ** gamma))),
  });

const resized =
  (factor: number): Change =>
  (image) =>
    through(raw(image).resize(Math.round(factor * image.width), Math.round(factor * image.height)));

const changes: readonly { name: string; change: Change; mean: number; most: number }[] = [
  { name: 'mirroring', change: (image) => through(raw(image).flop()), mean: 1.5, most: 8 },
  { name: 'a quarter turn', change: (image) => through(raw(image).rotate(90)), mean: 2.5, most: 12 },
  { name: 'half a turn', change: (image) => through(raw(image).rotate(180)), mean: 2.5, most: 12 },
  { name: 'a picture 0.8 times as large', change: resized(0.8), mean: 2.5, most: 10 },
  { name: 'a picture 1.25 times as large', change: resized(1.25), mean: 2.5, most: 10 },
  { name: 'light 15 % weaker', change: curve(0.85, 1), mean: 1, most: 5 },
  { name: 'a darker tone curve', change: curve(1, 1.15), mean: 2, most: 8 },
  {
    name: 'encoding as JPEG of quality 90 again',
    change: async (image) => through(sharp(await raw(image).jpeg({ quality: 90 }).toBuffer())),
    mean: 0.75,
    most: 1.5,
  },
];

const answers = pictures.map((picture) => measureShear(picture, model));

describe('the shipped model', () => {
  it('answers most good pictures, the same picture bit for bit the same', () => {
    const answered = answers.filter((answer) => answer.status === 'ok');
    expect(answered.length).toBeGreaterThanOrEqual(0.9 * pictures.length);
    expect(measureShear(pictures[4]!, model)).toEqual(answers[4]);
  });

  for (const { name, change, mean, most } of changes) {
    it(`moves by less than ${mean} points on average and ${most} at most through ${name}`, async () => {
      const differences: number[] = [];
      for (const [i, picture] of pictures.entries()) {
        const before = answers[i]!.shearPercent;
        const after = measureShear(await change(picture), model).shearPercent;
        if (before !== null && after !== null) differences.push(Math.abs(after - before));
      }
      expect(differences.length).toBeGreaterThanOrEqual(0.85 * pictures.length);
      const average = differences.reduce((sum, value) => sum + value, 0) / differences.length;
      expect(average, differences.map((value) => value.toFixed(1)).join(' ')).toBeLessThan(mean);
      expect(Math.max(...differences)).toBeLessThan(most);
    });
  }
});
