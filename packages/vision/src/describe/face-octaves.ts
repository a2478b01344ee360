import type { RectifiedFace } from '../rectify/rectify-face.ts';
import type { NormalisedLuminance } from './normalised-luminance.ts';
import { halveLuminance, normalisedLuminance } from './normalised-luminance.ts';

/** Normalised luminance of a face at three scales: the fine grid, the canonical grid, half of it. */
export interface FaceOctaves {
  readonly fine: NormalisedLuminance;
  readonly middle: NormalisedLuminance;
  readonly coarse: NormalisedLuminance;
}

/** Descriptors and quality flags read the same octaves of a face, one after the other: those of the last face are kept. */
let kept: { face: WeakRef<RectifiedFace>; octaves: FaceOctaves } | undefined;

/** The octaves of a rectified face, computed unless the last call was for it too; they hold until a call for another face. */
export function faceOctaves(face: RectifiedFace): FaceOctaves {
  if (kept?.face.deref() === face) return kept.octaves;
  const old = kept?.octaves;
  const fine = normalisedLuminance(face, old?.fine);
  const middle = halveLuminance(fine, old?.middle);
  const octaves = { fine, middle, coarse: halveLuminance(middle, old?.coarse) };
  kept = { face: new WeakRef(face), octaves };
  return octaves;
}
