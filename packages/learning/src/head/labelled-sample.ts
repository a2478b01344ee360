import type { FeatureVector } from './feature-set.ts';

/** A specimen's features with the percent shear somebody read. */
export interface LabelledSample {
  readonly features: FeatureVector;
  /** Percent shear, 0 to 100, unrounded. */
  readonly shearPercent: number;
  /** Specimen name; both halves of one specimen share it. */
  readonly specimen?: string;
  /** Heat (cast) the specimen comes from. */
  readonly heat?: string;
  /** Who read it. */
  readonly technician?: string;
  /** How far the label is trusted, 0 to 10. @default 1 */
  readonly weight?: number;
}
