import { PHOTOMETRIC_LIMITS } from '@mlmcsc/vision';

/** In the best pictures the measure is about this; nothing is gained below. */
const SHARPEST = 4;
/** The needle's other end. */
const BLUREST = 20;

/** Place of the needle, 0 (blurred) to 1 (sharp): the measure behind the flag `blurred`, on a logarithmic scale. */
export function focusShare(unsharpness: number): number {
  const share = 1 - Math.log(unsharpness / SHARPEST) / Math.log(BLUREST / SHARPEST);
  return Math.min(1, Math.max(0, share));
}

/** Whether the picture would be measured without the flag `blurred`. */
export const isInFocus = (unsharpness: number): boolean => unsharpness <= PHOTOMETRIC_LIMITS.blurred.warning;

/** From here on the picture counts as sharp. */
export const FOCUS_MARK = focusShare(PHOTOMETRIC_LIMITS.blurred.warning);
