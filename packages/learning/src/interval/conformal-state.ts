/** Everything the interval needs: normalised residuals and the adaptive miss rates. Immutable. */
export interface ConformalState {
  /** |residual| / predictive σ of the shipped model's calibration specimens, ascending. */
  readonly calibrationScores: Float64Array;
  /** How many laboratory residuals the whole calibration set is worth. */
  readonly calibrationWeight: number;
  /** The laboratory's own test-then-train scores, oldest first, at most `windowSize`. */
  readonly laboratoryScores: Float64Array;
  readonly windowSize: number;
  /** Step γ of adaptive conformal inference; 0 = off. */
  readonly step: number;
  /** The miss rate in force for each tracked level. */
  readonly tracked: readonly TrackedLevel[];
}

/** One coverage level with the miss rate that adaptive conformal inference currently uses for it. */
export interface TrackedLevel {
  /** Wanted coverage, in (0, 1). */
  readonly level: number;
  /** Nominal miss rate is 1 − level; this one has moved with the misses seen. */
  readonly missRate: number;
}

/** An interval for percent shear, inside 0 to 100. */
export interface ShearInterval {
  readonly lower: number;
  readonly upper: number;
  /** Wanted coverage, in (0, 1). */
  readonly level: number;
}
