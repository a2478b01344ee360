import { faceOctaves } from '../describe/face-octaves.ts';
import type { NormalisedLuminance } from '../describe/normalised-luminance.ts';
import { weightedPercentiles } from '../image/percentiles.ts';
import type { RectifiedFace } from '../rectify/rectify-face.ts';
import { perceptualBlur } from './perceptual-blur.ts';
import type { QualityFlag } from './quality-flag.ts';
import { qualityFlag } from './quality-flag.ts';

/** Limits of the photometric measures; each is documented in `docs/reference/quality-flags.md`. */
export const PHOTOMETRIC_LIMITS = {
  /** Perceptual blur, 0 (sharp) to 1. On 262 rendered photographs in focus the 98 % point is 0.34;
   * on 32 blurred ones the lower quarter is 0.40, the median 0.47. */
  blurred: { warning: 0.32, refuse: 0.38 },
  /** Share of the face that is burnt out. The most on 262 well exposed rendered photographs is 0.14. */
  glare: { warning: 0.03, refuse: 0.16 },
  /** Median luminance of the face, 0 to 1. */
  underexposed: { warning: 0.18, refuse: 0.05 },
  overexposed: { warning: 0.8, refuse: 0.88 },
  /** 5 to 95 % luminance range of the face, 0 to 1. */
  lowContrast: { warning: 0.1, refuse: 0.04 },
} as const;

/** What the light and the lens did to a face. */
export interface PhotometricMeasures {
  /** 0 = sharp, 1 = nothing but slow gradients: mean over the canonical grid and its half, where noise hides no blur. */
  readonly blur: number;
  /** Share of the face at or above 98 % of full scale. */
  readonly clipped: number;
  /** Median and 5 to 95 % range of luminance, 0 to 1. */
  readonly median: number;
  readonly range: number;
}

/** Measures exposure and focus inside the outline of a rectified face. */
export function photometricMeasures(face: RectifiedFace): PhotometricMeasures {
  const { luminance, cover } = face;
  const [low, median, high] = weightedPercentiles(luminance.data, cover.data, 0, 1.001, [0.05, 0.5, 0.95]);
  return {
    blur: blurOf(face),
    clipped: burntShare(luminance.data, cover.data),
    median,
    range: high - low,
  };
}

function burntShare(luminance: Float32Array, cover: Float32Array): number {
  let weight = 0;
  let burnt = 0;
  for (let i = 0; i < cover.length; i += 1) {
    weight += cover[i];
    if (luminance[i] >= 0.98) burnt += cover[i];
  }
  return burnt / Math.max(1, weight);
}

function blurOf(face: RectifiedFace): number {
  const { middle, coarse } = faceOctaves(face);
  const blurAt = ({ values, inside, width, height }: NormalisedLuminance): number =>
    perceptualBlur(values, inside, width, height);
  return 0.5 * (blurAt(middle) + blurAt(coarse));
}

/** Flags of exposure and focus for a rectified face. */
export function photometricFlags(face: RectifiedFace): QualityFlag[] {
  const measures = photometricMeasures(face);
  const limits = PHOTOMETRIC_LIMITS;
  return [
    above('blurred', measures.blur, limits.blurred),
    above('glare', measures.clipped, limits.glare),
    below('underexposed', measures.median, limits.underexposed),
    above('overexposed', measures.median, limits.overexposed),
    below('low-contrast', measures.range, limits.lowContrast),
  ].filter((flag) => flag !== null);
}

interface Limits {
  readonly warning: number;
  readonly refuse: number;
}

function above(code: QualityFlag['code'], value: number, limits: Limits): QualityFlag | null {
  if (value <= limits.warning) return null;
  const severity = value > limits.refuse ? 'refuse' : 'warning';
  return qualityFlag(code, severity, value, limits[severity]);
}

function below(code: QualityFlag['code'], value: number, limits: Limits): QualityFlag | null {
  if (value >= limits.warning) return null;
  const severity = value < limits.refuse ? 'refuse' : 'warning';
  return qualityFlag(code, severity, value, limits[severity]);
}
