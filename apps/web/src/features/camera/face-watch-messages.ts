import type { Glance } from '@mlmcsc/vision';

/** One frame for the finder. */
export interface GlanceQuestion {
  readonly finderAddress: string;
  readonly frame: ImageBitmap;
  /** Width of the specimen, if it was told. */
  readonly widthMm: number | null;
}

/** What it saw; frame pixels. */
export interface GlanceAnswer {
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly elapsedMs: number;
  readonly glance: Glance | null;
}
