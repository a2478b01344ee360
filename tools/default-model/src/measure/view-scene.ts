import { extractFeatures } from '@mlmcsc/core/measure';
import {
  type CanonicalPose,
  type Eyes,
  type FaceFinding,
  type ShearMap,
  sampleCanonicalMask,
  viewFace,
} from '@mlmcsc/vision';
import { cleavageMask, type StoredScene } from '../scenes/stored-scene.ts';
import { overlappedFace } from './overlapped-face.ts';

/** What the product sees in a rendered picture, next to the truth. */
export interface SceneView {
  readonly family: string;
  readonly fitness: string;
  readonly status: 'ok' | 'no-face' | 'poor';
  /** Acceptance probability of the best candidate. */
  readonly score: number;
  /** What the acceptance is decided on; null when there was no candidate. */
  readonly acceptanceFeatures: readonly number[] | null;
  readonly features: Float64Array | null;
  readonly flags: readonly string[];
  /** The true face that the found outline overlaps most; null without faces or without a finding. */
  readonly match: FaceMatch | null;
  /** Faces that lie in the picture as a whole. */
  readonly wholeFaces: number;
  readonly elapsedMs: number;
}

export interface FaceMatch {
  /** Intersection over union of found and true face, 0 to 1. */
  readonly outlineIou: number;
  /** Intersection over union of the cleavage in the map and the true one; null where the face has next to none. */
  readonly mapIou: number | null;
  readonly shearPercent: number;
  readonly widthMm: number;
  /** The notch was found within 45 degrees of its true direction. */
  readonly isNotchSideRight: boolean;
  /** Found scale over true scale. */
  readonly scaleRatio: number;
}

/** Below this share of the face an overlap of cleavage says nothing. */
const LEAST_CLEAVAGE = 0.03;

/** Looks at a rendered picture exactly as the product does. */
export function viewScene(scene: StoredScene, eyes: Eyes): SceneView {
  const start = performance.now();
  const seen = extractFeatures(scene.image, eyes);
  const elapsedMs = performance.now() - start;
  const { face } = seen;
  return {
    family: scene.about.family,
    fitness: scene.about.fitness,
    status: seen.status,
    score: seen.detectionConfidence,
    acceptanceFeatures: face === null ? null : [...face.acceptanceFeatures],
    features: seen.features,
    flags: seen.flags.map((flag) => flag.code),
    match: face === null ? null : matchFace(scene, face, seen.map, seen.pose),
    wholeFaces: scene.about.faces.filter((truth) => truth.visibleShare > 0.97).length,
    elapsedMs,
  };
}

/** Looks at the first face that lies in the picture as a whole through its true outline. */
export function viewTrueFace(scene: StoredScene, eyes: Eyes): SceneView {
  const start = performance.now();
  const truth = scene.about.faces.find((face) => face.visibleShare > 0.97);
  const unseen = {
    family: scene.about.family,
    fitness: scene.about.fitness,
    score: 0,
    acceptanceFeatures: null,
    flags: [],
    wholeFaces: truth === undefined ? 0 : 1,
  };
  if (truth === undefined) {
    return {
      ...unseen,
      status: 'no-face',
      features: null,
      match: null,
      elapsedMs: performance.now() - start,
    };
  }
  const down = { x: -truth.notchDirection.x, y: -truth.notchDirection.y };
  const view = viewFace(scene.image, { outline: truth.outline, down }, eyes);
  return {
    ...unseen,
    status: 'ok',
    features: view.features,
    match: {
      outlineIou: 1,
      mapIou: overlapOfMaps(scene, view.map, view.rectified.pose),
      shearPercent: truth.shearPercent,
      widthMm: truth.widthMm,
      isNotchSideRight: true,
      scaleRatio: 1,
    },
    elapsedMs: performance.now() - start,
  };
}

function matchFace(
  scene: StoredScene,
  face: FaceFinding,
  map: ShearMap | null,
  pose: CanonicalPose | null,
): FaceMatch | null {
  const overlapped = overlappedFace(scene, face.outline);
  if (overlapped === null) return null;
  const truth = scene.about.faces[overlapped.face - 1];
  return {
    outlineIou: overlapped.iou,
    mapIou: map === null || pose === null ? null : overlapOfMaps(scene, map, pose),
    shearPercent: truth.shearPercent,
    widthMm: truth.widthMm,
    isNotchSideRight:
      truth.notchDirection.x * face.notchDirection.x + truth.notchDirection.y * face.notchDirection.y >
      Math.SQRT1_2,
    scaleRatio: face.pxPerMm / truth.pxPerMm,
  };
}

function overlapOfMaps(scene: StoredScene, map: ShearMap, pose: CanonicalPose): number | null {
  const truth = sampleCanonicalMask(cleavageMask(scene), pose, map.width, map.height);
  let area = 0;
  let wanted = 0;
  let both = 0;
  let either = 0;
  for (let i = 0; i < truth.length; i++) {
    const isSaid = map.cleavage[i] > 0.5;
    const isTrue = truth[i] > 0.5;
    area += map.mask[i];
    if (isTrue) wanted += map.mask[i];
    if (isSaid && isTrue) both += map.mask[i];
    if (isSaid || isTrue) either += map.mask[i];
  }
  return wanted < LEAST_CLEAVAGE * area ? null : both / either;
}
