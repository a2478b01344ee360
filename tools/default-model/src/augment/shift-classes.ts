import type { SeededRandom } from '@mlmcsc/learning/network';
import { boxBlur } from './box-blur.ts';
import { between, type FloatPicture } from './degrade-picture.ts';

/**
 * Changes, in place, how bright and how grainy cleavage is against the rest of the face, so that neither "bright" nor "grainy" alone
 * gives the answer away. Other steels and lamps do the same.
 * @param cleavage - 0 to 1 for each pixel of the picture
 */
export function shiftClasses(picture: FloatPicture, cleavage: Float32Array, random: SeededRandom): void {
  const { width, height, data } = picture;
  const radius = Math.max(1, Math.round(width / 90));
  const soft = boxBlur(cleavage, width, height, radius);
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    luma[i] = 0.299 * data[3 * i] + 0.587 * data[3 * i + 1] + 0.114 * data[3 * i + 2];
  }
  const smooth = boxBlur(luma, width, height, radius);
  const gain = Math.exp(0.3 * random.normal());
  const grainInside = Math.exp(between(random, -0.6, 0.4));
  const grainOutside = Math.exp(between(random, -0.4, 0.6));
  for (let i = 0; i < luma.length; i++) {
    const share = soft[i];
    const grain = grainOutside + share * (grainInside - grainOutside);
    const wanted = (smooth[i] + grain * (luma[i] - smooth[i])) * (1 + share * (gain - 1));
    const factor = Math.max(0, wanted) / Math.max(1, luma[i]);
    data[3 * i] *= factor;
    data[3 * i + 1] *= factor;
    data[3 * i + 2] *= factor;
  }
}
