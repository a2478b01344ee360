import type { RectifiedFace } from '@mlmcsc/vision';
import { coOccurrence, haralickMeasures } from './co-occurrence.ts';
import { GABOR_DEGREES, GABOR_WAVELENGTHS, gaborEnergy } from './gabor-energies.ts';
import { greyLevels } from './grey-levels.ts';
import { uniformPatterns } from './uniform-binary-patterns.ts';

const LEVELS = 32;
const DISTANCES = [1, 3] as const;
/** Steps towards 0, 45, 90 and 135 degrees. */
const ANGLES = [
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
] as const;

/** Global texture of a face, in the style of earlier pipelines: Haralick measures by distance and angle, uniform binary patterns by
 * distance, Gabor energy and its spread by wavelength and angle.
 * @returns in this order, all finite */
export function describeTexture({ luminance, cover }: RectifiedFace): number[] {
  const { width, data } = luminance;
  const levels = greyLevels(data, cover.data, width, LEVELS);
  return [
    ...DISTANCES.flatMap((distance) =>
      ANGLES.flatMap(([dx, dy]) => haralickMeasures(coOccurrence(levels, distance * dx, distance * dy))),
    ),
    ...DISTANCES.flatMap((distance) => uniformPatterns(data, cover.data, width, distance)),
    ...GABOR_WAVELENGTHS.flatMap((wavelength) =>
      GABOR_DEGREES.flatMap((degrees) => gaborEnergy(data, cover.data, width, wavelength, degrees)),
    ),
  ];
}
