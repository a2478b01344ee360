/** A specimen as a baseline learns it. */
export interface LabelledTexture {
  readonly texture: readonly number[];
  /** Percent shear, 0 to 100. */
  readonly truth: number;
}
