import { faceOctaves } from '../describe/face-octaves.ts';
import type { NormalisedLuminance } from '../describe/normalised-luminance.ts';
import { weightedPercentiles } from '../image/percentiles.ts';
import type { ImagePoint, RgbImage } from '../image/value-image.ts';
import { LIGAMENT_DEPTH_MM } from '../locate/specimen-width.ts';
import type { RectifiedFace } from '../rectify/rectify-face.ts';
import { edgeSpread } from './edge-spread.ts';
import { perceptualBlur } from './perceptual-blur.ts';
import type { QualityFlag } from './quality-flag.ts';
import { qualityFlag } from './quality-flag.ts';

/** Limits of the photometric measures; each is documented in `docs/reference/quality-flags.md`, with where it comes from. */
export const PHOTOMETRIC_LIMITS = {
  /** Unsharpness: 99 % of rendered photographs in focus lie below 10.8, all below 12.7; of 122 blurred ones one does. */
  blurred: { warning: 10.8, refuse: 12.7 },
  /** Share of the face that is burnt out. The most on 262 well exposed rendered photographs is 0.14. */
  glare: { warning: 0.03, refuse: 0.16 },
  /** Brightness of the lighter quarter or, scaled to it, of the highlights, 0 to 1: dark steel still glints, an underexposed
   * photograph of it does not. */
  underexposed: { warning: 0.38, refuse: 0.32 },
  /** Median luminance of the face, 0 to 1. */
  overexposed: { warning: 0.75, refuse: 0.8 },
  /** 5 to 95 % luminance range of the face, 0 to 1. */
  lowContrast: { warning: 0.1, refuse: 0.04 },
} as const;

/** What the light and the lens did to a face. */
export interface PhotometricMeasures {
  /** Width of the outline's step of luminance, samples, times e to three times `blur`; about 5 in focus. */
  readonly unsharpness: number;
  /** 0 = sharp, 1 = nothing but slow gradients: mean over the canonical grid and its half, where noise hides no blur. */
  readonly blur: number;
  /** Share of the face at or above 98 % of full scale. */
  readonly clipped: number;
  /** Median and 5 to 95 % range of luminance, 0 to 1. */
  readonly median: number;
  /** The larger of the 75 % point of luminance and 0.68 times its 99 % point. */
  readonly brightness: number;
  readonly range: number;
}

/** What `blur` counts beside the logarithm of the outline's step; two measures of sharpness, of texture and of the rim: where
 * either is sharp, the picture is. Fitted by logistic regression as 2.7; rounded. */
const BLUR_GAIN = 3;
/** Highlights are about this much brighter than what a quarter of the face lies above. */
const HIGHLIGHT_SHARE = 0.68;
/** Step of an outline that does not stand out from what surrounds it: texture alone decides, above a blur of 0.4. */
const USUAL_SPREAD = 4.2;
/** About as many canonical cells make up a millimetre: a face fills the canonical frame whatever its size in the photograph. */
const CELLS_PER_MM = 19;
/** Pixels a millimetre that the measures ask of a photograph; finer ones are sampled at this. */
const NEEDED_PX_PER_MM = 50;

/** Measures exposure and focus inside and along the outline of a rectified face.
 * @param image - the photograph that it was rectified from   @param outline - photograph pixels */
export function photometricMeasures(
  face: RectifiedFace,
  image: RgbImage,
  outline: readonly ImagePoint[],
): PhotometricMeasures {
  const { luminance, cover } = face;
  const marks = [0.05, 0.5, 0.75, 0.95, 0.99];
  const [low, median, upper, high, highlight] = weightedPercentiles(
    luminance.data,
    cover.data,
    0,
    1.001,
    marks,
  );
  const blur = blurOf(face);
  const pxPerMm = CELLS_PER_MM * face.pose.scale;
  const spacing = Math.max(1, pxPerMm / NEEDED_PX_PER_MM);
  const spread = edgeSpread(image, outline, LIGAMENT_DEPTH_MM * pxPerMm, spacing) ?? USUAL_SPREAD;
  return {
    unsharpness: spread * Math.exp(BLUR_GAIN * blur),
    blur,
    clipped: burntShare(luminance.data, cover.data),
    median,
    brightness: Math.max(upper, HIGHLIGHT_SHARE * highlight),
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
export function photometricFlags(
  face: RectifiedFace,
  image: RgbImage,
  outline: readonly ImagePoint[],
): QualityFlag[] {
  return flagsOfMeasures(photometricMeasures(face, image, outline));
}

/** The same of what was measured already. */
export function flagsOfMeasures(measures: PhotometricMeasures): QualityFlag[] {
  const limits = PHOTOMETRIC_LIMITS;
  return [
    above('blurred', measures.unsharpness, limits.blurred),
    above('glare', measures.clipped, limits.glare),
    below('underexposed', measures.brightness, limits.underexposed),
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
