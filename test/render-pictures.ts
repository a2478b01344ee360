import {
  drawNegativeSpec,
  drawSceneSpec,
  renderNegative,
  renderScene,
  type SceneFamily,
  type SceneOverrides,
} from '@mlmcsc/specimens';
import type { RgbImage } from '@mlmcsc/vision';
import sharp from 'sharp';

/** A rendered picture as a camera would store it, with its exact truth. */
export interface RenderedPicture {
  readonly jpeg: Buffer;
  readonly image: RgbImage;
  /** Percent shear, 0 to 100; null without a specimen. */
  readonly shearPercent: number | null;
}

/** Half the pixels a side: a quarter of the time, and still more than the networks look at. */
const TEST_RESOLUTION_SCALE = 0.5;

/** Renders a sound picture of one fracture face. */
export async function renderSpecimenPicture(
  seed: number,
  family: SceneFamily = 'dome-laboratory',
  overrides: SceneOverrides = {},
): Promise<RenderedPicture> {
  const spec = drawSceneSpec(seed, family, {
    ...{ fitness: 'good', halves: 1, resolutionScale: TEST_RESOLUTION_SCALE },
    ...overrides,
  });
  const { image, truth } = renderScene(spec);
  return { jpeg: await encodeJpeg(image), image, shearPercent: truth.faces[0]?.shearPercent ?? null };
}

/** Renders a picture without any specimen. */
export async function renderOtherThing(seed: number): Promise<RenderedPicture> {
  const { image } = renderNegative(drawNegativeSpec(seed, { resolutionScale: TEST_RESOLUTION_SCALE }));
  return { jpeg: await encodeJpeg(image), image, shearPercent: null };
}

const encodeJpeg = ({ data, width, height }: RgbImage): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
