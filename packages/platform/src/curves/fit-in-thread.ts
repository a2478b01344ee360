import {
  fitTransitionCurve,
  ParameterRangeError,
  type TransitionOptions,
  type TransitionPoint,
  type TransitionResult,
} from '@mlmcsc/charpy';
import { lowerThreadPriority } from '../system/index.ts';

// Requests come first.
lowerThreadPriority();

/** One curve for a thread. */
export interface CurveTask {
  readonly points: readonly TransitionPoint[];
  readonly options: TransitionOptions;
}

/** What came out, or what was out of range: errors lose their class on the way between threads. */
export type CurveTaskResult = { readonly result: TransitionResult } | { readonly unfit: string };

/** Fits one curve; runs inside a thread of the pool. */
export function fitInThread({ points, options }: CurveTask): CurveTaskResult {
  try {
    return { result: fitTransitionCurve(points, options) };
  } catch (error) {
    if (error instanceof ParameterRangeError) return { unfit: error.message };
    throw error;
  }
}
