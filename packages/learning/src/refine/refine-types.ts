/** Last layer of the surface network: `p(shear) = σ(weights·f + bias)` for a cell with features f. */
export interface LastLayer {
  /** Length C. */
  readonly weights: Float64Array;
  readonly bias: number;
}

/** A cell that somebody painted shear or cleavage. Cells painted "not surface" say nothing here: leave them out. */
export interface PaintedCell {
  /** f, length C, finite. */
  readonly features: Float64Array;
  readonly isShear: boolean;
  /** Added to the cell's score besides the layer, for instance the score of the layer that is moved. Finite. @default 0 */
  readonly offset?: number;
}

/** A face whose percent shear is known, not where the shear lies. */
export interface FaceProportion {
  /** f of every cell, row by row: cell i stands at `i·C … i·C + C − 1`; finite. */
  readonly features: Float64Array;
  /** Part of each cell that is surface, 0 to 1, one a cell, not all 0. */
  readonly coverage: Float64Array;
  /** Percent shear, 0 to 100. */
  readonly shearPercent: number;
  /** As of painted cells, one a cell. @default 0 everywhere */
  readonly offsets?: Float64Array;
}

/** How far the layer may plausibly move from where it is, and how far the labels are trusted. */
export interface RefinePrior {
  /** The layer to start from; without labels it is the answer. */
  readonly layer: LastLayer;
  /** One deviation of a weight. Positive. */
  readonly weightDeviation: number;
  /** One deviation of the bias. Positive. */
  readonly biasDeviation: number;
  /** One deviation of a percent label about the mean of its cells, points. Positive. @default 5 */
  readonly proportionDeviation?: number;
  /** What one painted cell counts; neighbours repeat each other, so less than 1. Positive. @default 0.1 */
  readonly paintedWeight?: number;
}

/** The most probable layer and how it was reached. */
export interface RefinedLayer {
  readonly layer: LastLayer;
  /** Negative log posterior without its constant, before the first step and after each: never rises. */
  readonly objective: readonly number[];
  /** False when the steps ran out before the gradient vanished; the layer is still the best one met. */
  readonly hasConverged: boolean;
}
