import { createRandom, type SeededRandom, type TrainingExample } from '@mlmcsc/learning/network';
import {
  fineRegion,
  type ImageRegion,
  LOCATOR_CHANNELS,
  LOCATOR_HEIGHT,
  LOCATOR_OUTPUT_HEIGHT,
  LOCATOR_OUTPUT_WIDTH,
  LOCATOR_WIDTH,
  type LocatorTransform,
  locatorInput,
  locatorTarget,
  resampleRegion,
  wholePictureRegion,
} from '@mlmcsc/vision';
import { between, degradePicture } from '../augment/degrade-picture.ts';
import { anyFaceMask, notchMask, type StoredScene } from '../scenes/stored-scene.ts';
import { flipPlanes } from './flip-planes.ts';

/** Degraded pictures are made at this many pixels a locator cell: finer than the network sees, far cheaper than all pixels. */
const OVERSAMPLING = 2;
/** Places beside the picture count little: the network must not put faces there, but need not spend effort on it. */
const OUTSIDE_WEIGHT = 0.2;
/** On a face, telling the notch's side from the others is what the second map is for; the band itself is small. */
const NOTCH_WEIGHT = 6;

/** One example for the locator: the whole picture, or a part as the fine pass shows it, changed at random.
 * @param seed - all randomness of the example */
export function locatorExample(scene: StoredScene, seed: number): TrainingExample {
  const random = createRandom(seed);
  const region = drawRegion(scene, random);
  // Degrade first, then prepare as in use: what the network sees comes from 8-bit pixels through the same function.
  const visible = clipRegion(region, scene.image.width, scene.image.height);
  const cell = region.width / (LOCATOR_WIDTH * OVERSAMPLING);
  const part = {
    width: Math.max(8, Math.min(scene.image.width, Math.round(visible.width / cell))),
    height: Math.max(8, Math.min(scene.image.height, Math.round(visible.height / cell))),
  };
  const sampled = resampleRegion(scene.image, visible, part.width, part.height);
  const picture = degradePicture({ ...part, data: sampled.data }, random);
  const seen: ImageRegion = {
    left: ((region.left - visible.left) / visible.width) * part.width,
    top: ((region.top - visible.top) / visible.height) * part.height,
    width: (region.width / visible.width) * part.width,
    height: (region.height / visible.height) * part.height,
  };
  const { tensor } = locatorInput(picture, seen);
  const transform: LocatorTransform = { region };
  const cells = LOCATOR_OUTPUT_WIDTH * LOCATOR_OUTPUT_HEIGHT;
  const target = new Float32Array(2 * cells);
  target.set(locatorTarget(anyFaceMask(scene), transform), 0);
  target.set(locatorTarget(notchMask(scene), transform), cells);
  const everywhere = { ...scene.image, data: new Uint8Array(scene.labels.length).fill(1) };
  const cover = locatorTarget(everywhere, transform);
  const weight = new Float32Array(2 * cells);
  for (let i = 0; i < cells; i++) {
    weight[i] = OUTSIDE_WEIGHT + (1 - OUTSIDE_WEIGHT) * cover[i];
    weight[cells + i] = weight[i] * (1 + NOTCH_WEIGHT * target[i]);
  }
  const flip = { x: random.uniform() < 0.5, y: random.uniform() < 0.5 };
  return {
    input: flipPlanes(tensor.data, LOCATOR_CHANNELS, LOCATOR_HEIGHT, LOCATOR_WIDTH, flip),
    height: LOCATOR_HEIGHT,
    width: LOCATOR_WIDTH,
    target: flipPlanes(target, 2, LOCATOR_OUTPUT_HEIGHT, LOCATOR_OUTPUT_WIDTH, flip),
    weight: flipPlanes(weight, 2, LOCATOR_OUTPUT_HEIGHT, LOCATOR_OUTPUT_WIDTH, flip),
  };
}

/** Two in five: the whole picture; else around one of the faces, as far off as a coarse finding may be; negatives: any part. */
function drawRegion(scene: StoredScene, random: SeededRandom): ImageRegion {
  const { width, height } = scene.image;
  const faces = scene.about.faces.filter((face) => face.visibleShare > 0.3);
  if (random.uniform() < 0.4) return wholePictureRegion(scene.image);
  if (faces.length === 0 || random.uniform() < 0.08) {
    const share = between(random, 0.25, 1);
    return fineRegion(
      [
        random.uniform() * (1 - share) * width,
        random.uniform() * (1 - share) * height,
        share * width,
        share * height,
      ],
      1,
    );
  }
  const { outline } = faces[random.below(faces.length)];
  const left = Math.min(...outline.map((point) => point.x));
  const top = Math.min(...outline.map((point) => point.y));
  const boxWidth = Math.max(...outline.map((point) => point.x)) - left;
  const boxHeight = Math.max(...outline.map((point) => point.y)) - top;
  const size = Math.max(boxWidth, boxHeight);
  const fill = 0.62 * Math.exp(between(random, -0.45, 0.3));
  const shift = (): number => 0.15 * size * random.normal();
  return fineRegion([left + shift(), top + shift(), boxWidth, boxHeight], fill);
}

function clipRegion(region: ImageRegion, width: number, height: number): ImageRegion {
  const left = Math.max(0, Math.min(width - 8, region.left));
  const top = Math.max(0, Math.min(height - 8, region.top));
  const right = Math.max(left + 8, Math.min(width, region.left + region.width));
  const bottom = Math.max(top + 8, Math.min(height, region.top + region.height));
  return { left, top, width: right - left, height: bottom - top };
}
