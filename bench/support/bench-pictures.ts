import { readFileSync } from 'node:fs';
import { decodeModel, type Model } from '@mlmcsc/learning';
import { drawSceneSpec, renderScene, type SceneFamily } from '@mlmcsc/specimens';
import { lookAtPhotograph, openEyes, type RgbImage } from '@mlmcsc/vision';
import sharp from 'sharp';

/** Every number here is of one core. */
sharp.cache(false);
sharp.concurrency(1);

/** The model that ships. */
export function readModel(): Model {
  return decodeModel(new Uint8Array(readFileSync('models/default.mlmcsc')));
}

/** A rendered photograph as JPEG of quality 90. */
export async function photograph(family: SceneFamily, width: number, height: number): Promise<Buffer> {
  const scene = drawSceneSpec(9001, family, { width: 1280, height: 720, fitness: 'good', halves: 1 });
  const { image } = renderScene(scene);
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .resize(width, height, { fit: 'cover' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

export async function decode(jpeg: Uint8Array): Promise<RgbImage> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The whole analysis of one photograph: decode, locate, rectify, map, describe, flags, features. */
export function createAnalysis(): (jpeg: Uint8Array) => Promise<void> {
  const eyes = openEyes(readModel());
  return async (jpeg) => {
    const look = lookAtPhotograph(await decode(jpeg), eyes);
    if (!look.ok) throw new Error(`the bench photograph is refused: ${look.detail}`);
  };
}
