import type { Network } from '@mlmcsc/kernels';
import { createNetwork } from '@mlmcsc/kernels';
import type { ImagePoint, RgbImage } from '../image/value-image.ts';
import type { AcceptanceModel } from '../locate/acceptance-model.ts';
import { parseAcceptance } from '../locate/acceptance-model.ts';
import type { LocateOptions } from '../locate/locate-face.ts';
import { locateFace } from '../locate/locate-face.ts';
import { photometricMeasures } from '../quality/photometric-flags.ts';
import type { RectifiedFace } from '../rectify/rectify-face.ts';
import { rectifyFace } from '../rectify/rectify-face.ts';
import type { NetworkParts } from './eyes.ts';

/** The part of a model that finds faces, ready to run. Not re-entrant: one per thread. */
export interface Finder {
  readonly locator: Network;
  readonly acceptance: AcceptanceModel;
}

/** What a quick look at a moving picture tells; photograph pixels. */
export interface Glance {
  readonly outline: readonly ImagePoint[];
  readonly bbox: readonly [x: number, y: number, width: number, height: number];
  readonly widthPx: number;
  readonly widthMm: number;
  /** The measure behind the flag `blurred`; see `PHOTOMETRIC_LIMITS`. */
  readonly unsharpness: number;
  /** What the face looks like, in its own frame: `PATTERN_COLUMNS` x `PATTERN_ROWS` values of mean 0 and length 1. The inner
   * product of two patterns tells whether they show one face. */
  readonly pattern: Float32Array;
}

export const PATTERN_COLUMNS = 16;
export const PATTERN_ROWS = 12;

/** Makes the finding part of a model ready to run.
 * @throws RangeError when the network or the acceptance does not fit this code */
export function openFinder(parts: {
  readonly locator: NetworkParts;
  readonly acceptance: Readonly<Record<string, unknown>>;
}): Finder {
  return {
    locator: createNetwork(parts.locator.definition, parts.locator.weights),
    acceptance: parseAcceptance(parts.acceptance),
  };
}

/** Finds the face in one frame of a moving picture and how sharp it is; no map, so that it can be asked several times a second.
 * @returns null when there is no face */
export function glanceAt(
  image: RgbImage,
  finder: Finder,
  options: Pick<LocateOptions, 'widthMm'> = {},
): Glance | null {
  const located = locateFace(image, finder.locator, { acceptance: finder.acceptance, ...options });
  if (!located.ok) return null;
  const { face } = located;
  const rectified = rectifyFace(image, face);
  return {
    outline: face.outline,
    bbox: face.bbox,
    widthPx: face.widthPx,
    widthMm: face.widthMm,
    unsharpness: photometricMeasures(rectified, image, face.outline).unsharpness,
    pattern: patternOf(rectified),
  };
}

/** Block means of the luminance inside the face, without their mean, scaled to length 1. */
function patternOf({ luminance, cover }: RectifiedFace): Float32Array {
  const { width, height, data } = luminance;
  const sums = new Float32Array(PATTERN_COLUMNS * PATTERN_ROWS);
  const weights = new Float32Array(sums.length);
  for (let y = 0; y < height; y += 1) {
    const row = PATTERN_COLUMNS * Math.floor((y * PATTERN_ROWS) / height);
    for (let x = 0; x < width; x += 1) {
      const block = row + Math.floor((x * PATTERN_COLUMNS) / width);
      sums[block] += cover.data[y * width + x] * data[y * width + x];
      weights[block] += cover.data[y * width + x];
    }
  }
  const whole =
    sums.reduce((sum, value) => sum + value, 0) / weights.reduce((sum, value) => sum + value, 1e-9);
  const out = sums.map((sum, block) => (weights[block] < 1 ? 0 : sum / weights[block] - whole));
  const length = Math.hypot(...out);
  return length < 1e-9 ? out : out.map((value) => value / length);
}

/** How alike two patterns are, -1 to 1, whichever way up the second was seen. */
export function alikeness(first: Float32Array, second: Float32Array): number {
  let upright = 0;
  let turned = 0;
  for (let i = 0; i < first.length; i += 1) {
    upright += first[i] * second[i];
    turned += first[i] * second[second.length - 1 - i];
  }
  return Math.max(upright, turned);
}
