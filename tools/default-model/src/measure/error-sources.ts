import {
  type Eyes,
  type FaceOutline,
  locateFace,
  MAP_STATISTIC_NAMES,
  mapStatistics,
  rectifyFace,
  sampleCanonicalMask,
  shearMap,
} from '@mlmcsc/vision';
import { cleavageMask, type StoredScene } from '../scenes/stored-scene.ts';
import { overlappedFace } from './overlapped-face.ts';

/** Percent shear of one face as more and more of it is taken from the truth. */
export interface ErrorSources {
  readonly laboratory: string;
  readonly truth: number;
  /** Intersection over union of found and true outline. */
  readonly outlineIou: number;
  readonly entropy: number;
  /** The map's area in use: outline and notch side as found. */
  readonly inUse: number;
  readonly withTrueNotch: number;
  readonly withTrueOutline: number;
  /** Area of the true cleavage inside the found outline: what a perfect map would say. */
  readonly withTrueMap: number;
}

const AREA = MAP_STATISTIC_NAMES.indexOf('map-shear-at-50');
const ENTROPY = MAP_STATISTIC_NAMES.indexOf('map-entropy');
/** Outlines below this overlap are the locator's business. */
const LEAST_IOU = 0.75;

/** Reads a face with what was found and with parts of the truth.
 * @returns null where no face was found well enough */
export function errorSources(scene: StoredScene, laboratory: string, eyes: Eyes): ErrorSources | null {
  const located = locateFace(scene.image, eyes.locator, { acceptance: eyes.acceptance });
  if (!located.ok) return null;
  const { face } = located;
  const overlapped = overlappedFace(scene, face.outline);
  if (overlapped === null || overlapped.iou < LEAST_IOU) return null;
  const { outline, notchDirection, shearPercent } = scene.about.faces[overlapped.face - 1];
  const down = { x: -notchDirection.x, y: -notchDirection.y };
  const read = (shape: FaceOutline) => {
    const rectified = rectifyFace(scene.image, shape);
    const map = shearMap(rectified, eyes.surface);
    return { rectified, map, statistics: mapStatistics(map.cleavage, map.mask, map.width, map.height) };
  };
  const area = (shape: FaceOutline): number => read(shape).statistics[AREA];
  const { map, rectified, statistics } = read(face);
  const cleavage = sampleCanonicalMask(cleavageMask(scene), rectified.pose, map.width, map.height);
  let covered = 0;
  let cleaved = 0;
  for (let i = 0; i < cleavage.length; i++) {
    covered += map.mask[i];
    cleaved += map.mask[i] * cleavage[i];
  }
  return {
    ...{ laboratory, truth: shearPercent, outlineIou: overlapped.iou, entropy: statistics[ENTROPY] },
    inUse: statistics[AREA],
    withTrueNotch: area({ outline: face.outline, down }),
    withTrueOutline: area({ outline, down }),
    withTrueMap: 100 * (1 - cleaved / covered),
  };
}
