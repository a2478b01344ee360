import type { NotchSide } from '@mlmcsc/core';
import type { PlugInFiles } from '@mlmcsc/platform/onnx';
import type { SurfaceReading } from '@mlmcsc/vision';

/** What a thread is asked to do with one file. */
export interface MeasureFileRequest {
  readonly path: string;
  /** The artefact in shared memory: threads decode it once. */
  readonly modelBytes: Uint8Array<SharedArrayBuffer>;
  readonly modelDigest: string;
  /** The laboratory's own networks: each thread opens them once. */
  readonly plugInFiles: PlugInFiles;
  /** Where to write the picture with outline and map (JPEG), or null. */
  readonly overlayPath: string | null;
  /** Where to write the shear map (PNG), or null. */
  readonly mapPath: string | null;
  readonly widthMm: number | null;
  readonly pxPerMm: number | null;
  /** Whether the face is read closely enough to move the last layer of the surface network. */
  readonly reads: boolean;
  /** Painted regions of the picture, or null. */
  readonly regionsPath: string | null;
}

/** What can be learned from a picture besides its features. */
export interface CloseReading {
  readonly reading: SurfaceReading;
  /** As `samplePaint` gives it; null = nothing was painted. */
  readonly paint: Uint8Array | null;
}

/** The answer to one file; numbers are null where there is no answer. */
export interface MeasuredFile {
  readonly path: string;
  readonly status: 'ok' | 'no-face' | 'poor' | 'unreadable';
  /** Why there is no number, or null. */
  readonly reason: string | null;
  readonly shearPercent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly intervalLevel: number | null;
  /** x, y, width, height in pixels. */
  readonly bbox: readonly [number, number, number, number] | null;
  readonly outline: readonly (readonly [number, number])[] | null;
  readonly notchSide: NotchSide | null;
  readonly pxPerMm: number | null;
  /** Codes of the quality flags. */
  readonly flags: readonly string[];
  /** In the order of the model's feature set; null without a face that is fit to be measured. */
  readonly features: Float64Array | null;
  /** Version of the seeing code with the SHA-256 of the laboratory's own networks; null for unreadable files. */
  readonly pipelineVersion: string | null;
  /** null unless it was asked for and there are features. */
  readonly closeReading: CloseReading | null;
  /** Why its painted regions cannot be used, a sentence; null when they can. */
  readonly regionsProblem: string | null;
  readonly elapsedMs: number;
}

/** The answer to a file that is no readable picture. */
export function unreadableFile(path: string, reason: string, elapsedMs: number): MeasuredFile {
  return {
    ...{ path, status: 'unreadable', reason, elapsedMs },
    ...{ shearPercent: null, lower: null, upper: null, intervalLevel: null },
    ...{ bbox: null, outline: null, notchSide: null, pxPerMm: null, flags: [], features: null },
    pipelineVersion: null,
    ...{ closeReading: null, regionsProblem: null },
  };
}
