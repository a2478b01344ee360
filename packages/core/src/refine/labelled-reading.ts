import type { LabelledSample } from '@mlmcsc/learning';
import type { SurfaceReading } from '@mlmcsc/vision';

/** A picture that was read closely, with what somebody said about it. */
export interface LabelledReading extends Omit<LabelledSample, 'features' | 'shearPercent'> {
  readonly reading: SurfaceReading;
  /** Percent shear, 0 to 100; null = the picture is only painted. */
  readonly shearPercent: number | null;
  /** As `samplePaint` gives it; null = nothing was painted. */
  readonly paint: Uint8Array | null;
}
