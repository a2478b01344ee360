import type { Analysis } from '@mlmcsc/contracts';
import { text } from './texts/text.ts';

/** The side of the picture that the notch is at, in words. */
export function notchSideText(side: NonNullable<Analysis['notch_side']>): string {
  const words = {
    top: text.notchSideTop,
    bottom: text.notchSideBottom,
    left: text.notchSideLeft,
    right: text.notchSideRight,
  };
  return words[side];
}
