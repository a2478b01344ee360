/** Weighted sums over the labels learned so far; `r = label − area`, φ the standardised features with a leading 1. */
export interface LabelEvidence {
  /** Σ k φφᵀ, packed lower triangle by rows, dimension d. */
  readonly gram: Float64Array;
  /** Σ k φ r, length d. */
  readonly moment: Float64Array;
  /** Σ k r², points². */
  readonly squares: number;
  /** Σ k: how many labels the sums are worth. */
  readonly weight: number;
  /** How many labels were learned in all; never decays. */
  readonly count: number;
}
