import type { MeasuredImage } from '@mlmcsc/core';
import type { PlugInFiles } from '../onnx/index.ts';

/** One picture for a thread. */
export interface MeasureTask {
  readonly imageBytes: Uint8Array;
  /** Shared with all threads. */
  readonly modelBytes: Uint8Array;
  readonly modelDigest: string;
  /** The laboratory's own networks: the same for all tasks of a pool. */
  readonly plugInFiles: PlugInFiles;
  readonly widthMm: number | null;
  readonly pxPerMm: number | null;
  readonly maxPixels: number;
  /** Whether the times of the stages are wanted. */
  readonly isTimed: boolean;
}

/** One stage of measuring; milliseconds since 1970. */
export interface StageTime {
  readonly stage: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Errors lose their class between threads, so a domain error travels as data. */
export type MeasureTaskResult = (
  | { readonly ok: true; readonly measured: MeasuredImage }
  | { readonly ok: false; readonly code: string; readonly detail: string }
) & { readonly stages: readonly StageTime[] };
