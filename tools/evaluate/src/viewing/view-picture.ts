import { type StoredScene, viewScene } from '@mlmcsc/default-model';
import { type Eyes, locateFace, rectifyFace } from '@mlmcsc/vision';
import { describeTexture } from '../baselines/texture-descriptors.ts';
import type { PictureView } from './picture-view.ts';

/** Looks at a picture as the product does, and describes the face that it found for the baselines. */
export function viewPicture(scene: StoredScene, eyes: Eyes): PictureView {
  const { features, acceptanceFeatures: _score, elapsedMs: _time, ...seen } = viewScene(scene, eyes);
  const { faces } = scene.about;
  return {
    ...seen,
    features: features === null ? null : [...features],
    texture: features === null ? null : textureOf(scene, eyes),
    truth: seen.match?.shearPercent ?? faces[0]?.shearPercent ?? null,
    visibleShare: Math.max(0, ...faces.map((face) => face.visibleShare)),
  };
}

function textureOf({ image }: StoredScene, eyes: Eyes): number[] {
  // The view does not hand out the face; locating it again is exact, because the same picture gives the same bits.
  const located = locateFace(image, eyes.locator, { acceptance: eyes.acceptance });
  if (!located.ok) throw new Error(`a second look at the same picture found no face: ${located.detail}`);
  return describeTexture(rectifyFace(image, located.face));
}
