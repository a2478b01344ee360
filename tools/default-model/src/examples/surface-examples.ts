import { createRandom, type SeededRandom, type TrainingExample } from '@mlmcsc/learning/network';
import type { FaceTruth } from '@mlmcsc/specimens';
import {
  type CanonicalPose,
  type ImagePoint,
  type ImageRegion,
  mirroredSurfaceInput,
  rectifyFace,
  resampleMask,
  resampleRegion,
  SURFACE_HEIGHT,
  SURFACE_WIDTH,
  sampleCanonicalMask,
  surfaceInput,
  surfaceMask,
  toBlockPlanes,
} from '@mlmcsc/vision';
import { between, degradePicture } from '../augment/degrade-picture.ts';
import { shiftClasses } from '../augment/shift-classes.ts';
import { cleavageMask, faceMask, type StoredScene } from '../scenes/stored-scene.ts';
import { flipPlanes } from './flip-planes.ts';
import { jitterOutline } from './jitter-outline.ts';

/** Faces with less than this share inside the picture teach nothing about the surface. */
const LEAST_VISIBLE = 0.85;
/** Share of pictures in which the locator may take a wrong side for the notch's: about those that do not show the notch. */
const WRONG_SIDE = 0.15;
/** Deviation of a found direction, radians. */
const TURN = 0.05;

/** Faces of a scene that can teach the surface network: 1-based numbers. */
export function teachableFaces(scene: StoredScene): number[] {
  if (scene.about.fitness === 'badly-exposed') return [];
  return scene.about.faces.flatMap((face, index) => (face.visibleShare >= LEAST_VISIBLE ? [index + 1] : []));
}

/** One example for the surface network: a face cut out with an outline about as good as a found one, changed at random.
 * @param face - 1-based number in the scene */
export function surfaceExample(scene: StoredScene, face: number, seed: number): TrainingExample {
  const random = createRandom(seed);
  const truth = scene.about.faces[face - 1];
  const region = cutRegion(truth, scene.image, random);
  const width = Math.round(region.width / region.cell);
  const height = Math.round(region.height / region.cell);
  const sampled = resampleRegion(scene.image, region, width, height);
  const picture = { width, height, data: sampled.data };
  const cleavage = cleavageMask(scene);
  if (random.uniform() < 0.5) shiftClasses(picture, resampleMask(cleavage, region, width, height), random);
  const image = degradePicture(picture, random);
  const toCut = (point: ImagePoint): ImagePoint => ({
    x: (point.x + 0.5 - region.left) / region.cell - 0.5,
    y: (point.y + 0.5 - region.top) / region.cell - 0.5,
  });
  const outline = jitterOutline(truth.outline.map(toCut), random);
  const turn = drawTurn(random);
  const { x, y } = truth.notchDirection;
  const down = {
    x: -(x * Math.cos(turn) - y * Math.sin(turn)),
    y: -(x * Math.sin(turn) + y * Math.cos(turn)),
  };
  const rectified = rectifyFace(image, { outline, down });
  const tensor = surfaceInput(rectified);
  const pose = toPhotograph(rectified.pose, region);
  const target = sampleCanonicalMask(cleavage, pose, SURFACE_WIDTH, SURFACE_HEIGHT);
  const inside = sampleCanonicalMask(faceMask(scene, face), pose, SURFACE_WIDTH, SURFACE_HEIGHT);
  const weight = surfaceMask(rectified).map((cover, i) => cover * inside[i]);
  const flip = { x: random.uniform() < 0.5, y: false };
  return {
    input: (flip.x ? mirroredSurfaceInput(tensor) : tensor).data,
    height: SURFACE_HEIGHT,
    width: SURFACE_WIDTH,
    target: toBlockPlanes(flipPlanes(target, 1, SURFACE_HEIGHT, SURFACE_WIDTH, flip)),
    weight: toBlockPlanes(flipPlanes(weight, 1, SURFACE_HEIGHT, SURFACE_WIDTH, flip)),
  };
}

/** How far the notch may be taken to lie off its true direction, radians: a little, or, where nothing shows it, a side or two. */
function drawTurn(random: SeededRandom): number {
  const quarters = random.uniform() < WRONG_SIDE ? 1 + random.below(3) : 0;
  return quarters * (Math.PI / 2) + TURN * random.normal();
}

/** The part of the picture around a face, and the pixels per pixel at which it is taken: 120 to 520 over the face. */
function cutRegion(
  truth: FaceTruth,
  image: { readonly width: number; readonly height: number },
  random: SeededRandom,
): ImageRegion & { readonly cell: number } {
  const xs = truth.outline.map((point) => point.x);
  const ys = truth.outline.map((point) => point.y);
  const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const rim = 0.15 * size;
  const wanted = between(random, 120, 520);
  const cell = Math.max(1, size / wanted);
  const left = Math.max(0, Math.floor(Math.min(...xs) - rim));
  const top = Math.max(0, Math.floor(Math.min(...ys) - rim));
  const right = Math.min(image.width, Math.ceil(Math.max(...xs) + rim));
  const bottom = Math.min(image.height, Math.ceil(Math.max(...ys) + rim));
  const width = Math.max(8, Math.floor((right - left) / cell));
  const height = Math.max(8, Math.floor((bottom - top) / cell));
  return { left, top, width: width * cell, height: height * cell, cell };
}

/** The same pose in pixels of the photograph that the cut was taken from. */
function toPhotograph(pose: CanonicalPose, region: ImageRegion & { readonly cell: number }): CanonicalPose {
  return {
    ...pose,
    origin: {
      x: region.left + (pose.origin.x + 0.5) * region.cell - 0.5,
      y: region.top + (pose.origin.y + 0.5) * region.cell - 0.5,
    },
    scale: pose.scale * region.cell,
  };
}
