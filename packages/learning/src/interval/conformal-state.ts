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
  /** The miss rate in force for each tracked level, levels ascending. */
  readonly tracked: readonly TrackedLevel[];
}

/** One coverage level with the miss rate that adaptive conformal inference currently uses for it. */
export interface TrackedLevel {
  /** Wanted coverage, in (0, 1). */
  readonly level: number;
  /** Nominal miss rate is 1 − level; this one has moved with the misses seen. */
  readonly missRate: number;
}

/** Settings of a new state. */
export interface CreateConformalOptions {
  /** |residual| / predictive σ of specimens the model did not learn from; any order. */
  readonly calibrationScores: ArrayLike<number>;
  /** @default 50 */
  readonly calibrationWeight?: number;
  /** @default 500 */
  readonly windowSize?: number;
  /** @default 0.01 */
  readonly step?: number;
  /** @default 0.8, 0.9 and 0.95 */
  readonly levels?: readonly number[];
}

/** A state before any laboratory residual.
 * @throws RangeError for no scores, a negative score, or a setting outside its range
 */
export function createConformalState(options: CreateConformalOptions): ConformalState {
  const { calibrationWeight = 50, windowSize = 500, step = 0.01, levels = [0.8, 0.9, 0.95] } = options;
  const calibrationScores = Float64Array.from(options.calibrationScores).sort();
  if (calibrationScores.length === 0) throw new RangeError('calibrationScores must not be empty');
  if (!calibrationScores.every((score) => score >= 0 && Number.isFinite(score))) {
    throw new RangeError('calibrationScores must be finite and not negative');
  }
  if (!(calibrationWeight > 0)) {
    throw new RangeError(`calibrationWeight must be positive, got ${calibrationWeight}`);
  }
  if (!Number.isInteger(windowSize) || windowSize < 1) {
    throw new RangeError(`windowSize must be a whole number of at least 1, got ${windowSize}`);
  }
  if (!(step >= 0 && step < 1)) throw new RangeError(`step must be from 0 to below 1, got ${step}`);
  const tracked = [...levels]
    .sort((a, b) => a - b)
    .map((level) => ({ level, missRate: 1 - checkLevel(level) }));
  if (tracked.length === 0) throw new RangeError('levels must not be empty');
  return {
    calibrationScores,
    calibrationWeight,
    laboratoryScores: new Float64Array(0),
    windowSize,
    step,
    tracked,
  };
}

/** @throws RangeError when a coverage level is not strictly between 0 and 1 */
export function checkLevel(level: number): number {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`interval level must be between 0 and 1, for instance 0.9, got ${level}`);
  }
  return level;
}
