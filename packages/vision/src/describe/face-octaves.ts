import type { RectifiedFace } from '../rectify/rectify-face.ts';
import type { NormalisedLuminance } from './normalised-luminance.ts';
import { halveLuminance, normalisedLuminance } from './normalised-luminance.ts';

/** Normalised luminance of a face at three scales: the fine grid, the canonical grid, half of it. */
export interface FaceOctaves {
  readonly fine: NormalisedLuminance;
  readonly middle: NormalisedLuminance;
  readonly coarse: NormalisedLuminance;
}

/** Descriptors and quality flags read the same octaves of a face: they are made once and live as long as it does. */
const known = new WeakMap<RectifiedFace, FaceOctaves>();

/** The octaves of a rectified face; computed at the first call for it. */
export function faceOctaves(face: RectifiedFace): FaceOctaves {
  const made = known.get(face);
  if (made !== undefined) return made;
  const fine = normalisedLuminance(face);
  const middle = halveLuminance(fine);
  const octaves = { fine, middle, coarse: halveLuminance(middle) };
  known.set(face, octaves);
  return octaves;
}
