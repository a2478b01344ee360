/** One shear lip under the gauge: how far it stands out beyond the original side, or why it cannot be measured. A damaged lip is
 * bent, broken off, covered by burr or struck by an anvil. */
export type LipReading =
  | { readonly state: 'measured' /** mm, 0 to 5 */; readonly protrusionMm: number }
  | { readonly state: 'damaged' | 'missing' };

/** Both sides of one half, in the same order for both halves: side 1 of both halves belonged to one side of the bar. */
export type HalfReadings = readonly [side1: LipReading, side2: LipReading];

/** The gauge readings of a broken specimen. */
export interface LateralExpansionReadings {
  readonly halves: readonly [HalfReadings, HalfReadings];
  /** The halves came apart. Bars that hold together may be measured only where the lips allow it. @default true */
  readonly isSeparated?: boolean;
}
