import { type ImagePoint, rasterisePolygon } from '@mlmcsc/vision';
import type { StoredScene } from '../scenes/stored-scene.ts';

/** The true face that an outline overlaps most.
 * @returns its 1-based number and the intersection over union; null when the outline touches none */
export function overlappedFace(
  scene: StoredScene,
  outline: readonly ImagePoint[],
): { readonly face: number; readonly iou: number } | null {
  const { width, height } = scene.image;
  const cover = rasterisePolygon(outline, width, height);
  const count = scene.about.faces.length;
  const both = new Float64Array(count + 1);
  const areas = new Float64Array(count + 1);
  let found = 0;
  for (let i = 0; i < cover.length; i++) {
    const label = scene.labels[i] & 7;
    found += cover[i];
    areas[label] += 1;
    both[label] += cover[i];
  }
  let best = 0;
  let bestIou = 0;
  for (let label = 1; label <= count; label++) {
    const iou = both[label] / (found + areas[label] - both[label]);
    if (iou > bestIou) {
      bestIou = iou;
      best = label;
    }
  }
  return best === 0 ? null : { face: best, iou: bestIou };
}
