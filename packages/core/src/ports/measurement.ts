import type { NotchSide, QualityFlag } from '../domain/records.ts';

/** What drift is told from: how light and lens drew a face. */
export interface PictureMeasures {
  /** Width of the outline's step times e to three times the blur; about 5 in focus. */
  readonly unsharpness: number;
  /** Share of the face that is burnt out, 0 to 1. */
  readonly burntShare: number;
  /** Median luminance of the face, 0 to 1. */
  readonly medianLuminance: number;
  /** Luminance of the lighter parts, 0 to 1. */
  readonly brightness: number;
  /** 5 to 95 % range of luminance, 0 to 1. */
  readonly luminanceRange: number;
  /** In the order of `DESCRIPTOR_NAMES`. */
  readonly descriptors: Float32Array;
}

/** What one measurement of one stored picture yields, ready to be stored. */
export interface MeasuredImage {
  readonly status: 'ok' | 'no-face' | 'poor';
  readonly reason: string | null;
  readonly shearPercent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly intervalLevel: number;
  readonly bbox: readonly [number, number, number, number] | null;
  readonly outline: readonly (readonly [number, number])[] | null;
  readonly notchSide: NotchSide | null;
  readonly pxPerMm: number | null;
  readonly detectionConfidence: number | null;
  readonly flags: readonly QualityFlag[];
  /** 8-bit PNG in picture pixels (255 = shear), or null. */
  readonly mapPng: Uint8Array | null;
  /** RGBA PNG in picture pixels: tint of cleavage and shear, transparent elsewhere, or null. */
  readonly overlayPng: Uint8Array | null;
  /** Encoded feature vector (see `encodeFeatures`), or null. */
  readonly features: Uint8Array | null;
  /** Null without a face. */
  readonly measures: PictureMeasures | null;
  readonly pipelineVersion: string;
  readonly elapsedMs: number;
}

export interface MeasureRequest {
  readonly imageBytes: Uint8Array;
  readonly modelBytes: Uint8Array;
  /** SHA-256 of `modelBytes`: lets a thread keep decoded models. */
  readonly modelDigest: string;
  /** For the figures only, where a new answer is wanted; a picture that is only drawn again has none. */
  readonly modelVersion?: string | undefined;
  readonly widthMm: number | null;
  readonly pxPerMm: number | null;
}

/** Runs decode + measure + encode off the event loop (a pool of threads), bounded. */
export interface Measurer {
  /** Version of the seeing code, networks of the laboratory's own included; part of what makes an analysis unique. */
  readonly pipelineVersion: string;
  /** Version of the seeing code that a model must have been made for. */
  readonly modelPipelineVersion: string;
  /** Whether a picture that came now would be taken. */
  readonly hasRoom: boolean;
  /** Refuses early, before a picture is fetched that would only be refused. @throws Unavailable `measurer-busy` when the queue is full */
  requireRoom(): void;
  /** @throws Unprocessable for undecodable pictures; Unavailable `measurer-busy` when the queue is full */
  measure(request: MeasureRequest, signal?: AbortSignal): Promise<MeasuredImage>;
  close(): Promise<void>;
}
