import { extractFeatures } from '@mlmcsc/core/measure';
import type { StoredScene } from '@mlmcsc/default-model';
import { type Eyes, readSurface, type SurfaceReading, samplePaint } from '@mlmcsc/vision';

/** A picture read closely, with what a careful painter would make of it. */
export interface CloseReading {
  readonly reading: SurfaceReading;
  /** Every cell painted as it is. */
  readonly paint: Uint8Array;
}

/** Reads a picture as `mlmcsc learn` does; null when the product refuses it. */
export function readClosely(scene: StoredScene, eyes: Eyes): CloseReading | null {
  const { status, face, pose, features } = extractFeatures(scene.image, eyes);
  if (status !== 'ok' || face === null || pose === null || features === null) return null;
  return {
    reading: readSurface(scene.image, face, features, eyes.surface),
    paint: samplePaint(paintedTruth(scene), pose),
  };
}

/** Red cleavage, green shear, blue no fracture surface. */
function paintedTruth({ image, labels }: StoredScene): StoredScene['image'] {
  const { width, height } = image;
  const data = new Uint8Array(3 * width * height);
  for (const [i, label] of labels.entries()) {
    const colour = (label & 7) === 0 ? 2 : (label & 64) !== 0 ? 0 : 1;
    data[3 * i + colour] = 255;
  }
  return { width, height, data };
}
