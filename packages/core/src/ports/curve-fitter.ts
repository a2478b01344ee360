import type { TransitionOptions, TransitionPoint, TransitionResult } from '@mlmcsc/charpy';

/** Fits transition curves somewhere: beside the event loop where that has other things to do. Same points and options, same answer. */
export interface CurveFitter {
  /** @throws Unprocessable `curve-unfit` for points or options out of range; Unavailable `curves-busy` when too many wait */
  fit(points: readonly TransitionPoint[], options: TransitionOptions): Promise<TransitionResult>;
}
