import { weightedPercentiles } from '../image/percentiles.ts';
import type { RgbImage } from '../image/value-image.ts';
import type { LocateResult, RefusalReason } from './face-finding.ts';

/** Pictures with a shorter side than this many pixels hold no measurable face. */
const MINIMUM_SIDE = 48;
/** 1 to 99 % range of luminance (0 to 1) below which a picture is blank. */
const BLANK_RANGE = 0.02;
/** Only so many pixels are looked at. */
const MOST_PIXELS = 20_000;

/** Overwritten by every call. */
const luminances = new Float32Array(MOST_PIXELS);
const ones = new Float32Array(MOST_PIXELS).fill(1);

/** Why a picture cannot be judged at all, or null. */
export function unfitReason(image: RgbImage): string | null {
  if (Math.min(image.width, image.height) < MINIMUM_SIDE) {
    return `The picture is ${image.width} x ${image.height} pixels; its shorter side needs at least ${MINIMUM_SIDE}.`;
  }
  const count = Math.min(MOST_PIXELS, image.width * image.height);
  const step = Math.max(1, Math.floor((image.width * image.height) / count));
  const values = luminances.subarray(0, count);
  for (let i = 0; i < count; i += 1) {
    const at = 3 * i * step;
    values[i] = (0.299 * image.data[at] + 0.587 * image.data[at + 1] + 0.114 * image.data[at + 2]) / 255;
  }
  const [low, middle, high] = weightedPercentiles(values, ones, 0, 1.001, [0.01, 0.5, 0.99]);
  if (high - low >= BLANK_RANGE) return null;
  if (middle < 0.1) return 'The picture is black: check the light and the lens cap.';
  if (middle > 0.9) return 'The picture is white: it is overexposed.';
  return 'The picture is blank: nothing in it can be told apart.';
}

/** The result for a picture without a face that may be measured. */
export function refusal(
  reason: RefusalReason,
  detail: string,
  score: number,
  features: Float64Array | null,
): LocateResult {
  return { ok: false, reason, detail, score, acceptanceFeatures: features, flags: [] };
}
