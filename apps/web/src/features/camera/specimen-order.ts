import type { ImageContext } from '@mlmcsc/contracts';

/** What is known about the picture after this one: the other half of the same bar, or the next bar of the same heat. */
export function contextAfterCapture(context: ImageContext, isBothHalves: boolean): ImageContext {
  if (isBothHalves && context.half === 1) return { ...context, half: 2 };
  const { specimen: _specimen, half: _half, ...rest } = context;
  return isBothHalves ? { ...rest, half: 1 } : rest;
}

/** What is known once a specimen's code was read. */
export function contextOfScan(context: ImageContext, specimen: string, isBothHalves: boolean): ImageContext {
  const { half: _half, ...rest } = context;
  return isBothHalves ? { ...rest, specimen, half: 1 } : { ...rest, specimen };
}
