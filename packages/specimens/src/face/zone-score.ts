import { fractalNoise, type NoiseTable } from '../random/noise.ts';
import type { ZoneSpec } from '../scene/scene-spec.ts';
import type { EdgeDistances } from './face-outline.ts';

/** How far a point is from where shear wins, in relative widths: the face cleaves where this exceeds one threshold.
 *
 * Shear lips form where constraint is lost, at the free sides; the thumbnail where the crack grew before it ran; the hinge where it
 * stopped. So the score is a smooth minimum of the four edge distances over the zones' widths, roughened by a fractal, since the
 * crack front samples grains. The level set moves inwards as the bar gets tougher.
 */
export function scoreZone(
  zones: ZoneSpec,
  edges: EdgeDistances,
  halfWidth: number,
  u: number,
  v: number,
  table: NoiseTable,
): number {
  const across = u / halfWidth;
  const bow = 1 + zones.bow * (0.5 - across * across);
  const left = edges.left / zones.lipLeft;
  const right = edges.right / zones.lipRight;
  const top = edges.top / (zones.thumbnail * Math.max(bow, 0.15));
  const bottom = edges.bottom / zones.hinge;
  const hard = Math.min(left, right, top, bottom);
  // Power mean with a negative exponent rounds the corners of the level sets.
  const floor = 0.02;
  const inverse = (value: number): number => {
    const clamped = 1 / Math.max(value, floor);
    return clamped * clamped;
  };
  const soft = 1 / Math.sqrt(inverse(left) + inverse(right) + inverse(top) + inverse(bottom));
  let score = hard + zones.roundness * (soft * 1.25 - hard);
  // Beyond the lips' reach the distance saturates, or the middle of a wide face would always win.
  score = score / (1 + 0.12 * Math.abs(score));
  const scale = 2 / (zones.lipLeft + zones.lipRight);
  score += zones.raggedness * scale * fractalNoise(table, u * 0.7, v * 0.7, 5, 0.56);
  if (zones.patchiness > 0) {
    const patches = fractalNoise(table, u * 0.55 + 40, v * 0.55, 4, 0.62);
    score += zones.patchiness * 2.2 * scale * patches;
  }
  return score;
}

/** Threshold above which the wanted share of the scores lies; exact 0 and 1 give infinite thresholds.
 * @param scores - the scores of the face's pixels
 * @param share - 0 to 1
 */
export function findThreshold(scores: Float32Array, share: number): number {
  if (share <= 0) return Number.POSITIVE_INFINITY;
  if (share >= 1) return Number.NEGATIVE_INFINITY;
  const values = scores.slice();
  const wanted = Math.min(Math.max(Math.round((1 - share) * values.length), 1), values.length - 1);
  // Hoare's selection: the order of the rest does not matter.
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const swapped = values[i]!;
        values[i] = values[j]!;
        values[j] = swapped;
        i++;
        j--;
      }
    }
    if (wanted <= j) high = j;
    else if (wanted >= i) low = i;
    else break;
  }
  return values[wanted]!;
}
