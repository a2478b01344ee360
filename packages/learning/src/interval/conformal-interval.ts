import type { ConformalState, TrackedLevel } from './conformal-state.ts';
import { checkLevel } from './conformal-state.ts';
import { scoreQuantile } from './score-quantile.ts';

/** An interval for percent shear, inside 0 to 100. */
export interface ShearInterval {
  readonly lower: number;
  readonly upper: number;
  /** Wanted coverage, in (0, 1). */
  readonly level: number;
}

/** What an interval needs of an answer. */
export interface PredictedShear {
  /** Percent shear, 0 to 100. */
  readonly mean: number;
  /** Predictive variance, points², positive. */
  readonly variance: number;
}

/** `mean ± quantile · σ`, clipped to 0–100.
 * @param level - wanted coverage, in (0, 1)
 * @returns the whole range 0–100 when the scores cannot promise the level
 */
export function shearInterval(
  state: ConformalState,
  prediction: PredictedShear,
  level: number,
): ShearInterval {
  const quantile = scoreQuantile(state, missRateInForce(state, level));
  const reach = quantile * Math.sqrt(prediction.variance);
  return {
    lower: Math.max(0, prediction.mean - reach),
    upper: Math.min(100, prediction.mean + reach),
    level,
  };
}

/** |label − answer| / σ: how surprising a label is. */
export function conformityScore(prediction: PredictedShear, shearPercent: number): number {
  return Math.abs(shearPercent - prediction.mean) / Math.sqrt(prediction.variance);
}

/** Takes in one label that the model answered before learning it.
 *
 * Adaptive step for every tracked level: `miss ← miss + γ·(nominal − missed)`, so misses widen the intervals that follow
 * and the share of misses tends to the nominal one whatever the drift.
 * @source Gibbs & Candès, NeurIPS 34 (2021), eq. 2
 */
export function observeLabel(
  state: ConformalState,
  prediction: PredictedShear,
  shearPercent: number,
): ConformalState {
  const score = conformityScore(prediction, shearPercent);
  const tracked = state.tracked.map((entry) => {
    const missed = score > scoreQuantile(state, entry.missRate) ? 1 : 0;
    return { level: entry.level, missRate: entry.missRate + state.step * (1 - entry.level - missed) };
  });
  const kept = state.laboratoryScores.subarray(
    Math.max(0, state.laboratoryScores.length + 1 - state.windowSize),
  );
  const laboratoryScores = new Float64Array(kept.length + 1);
  laboratoryScores.set(kept);
  laboratoryScores[kept.length] = score;
  return { ...state, laboratoryScores, tracked };
}

/** The miss rate for any level: tracked ones as they stand, others moved by the interpolated factor of their neighbours. */
export function missRateInForce(state: ConformalState, level: number): number {
  checkLevel(level);
  const above = state.tracked.find((entry) => entry.level >= level) ?? state.tracked.at(-1)!;
  const below = state.tracked.findLast((entry) => entry.level <= level) ?? state.tracked[0];
  const span = above.level - below.level;
  const share = span > 0 ? (level - below.level) / span : 0;
  return (1 - level) * ((1 - share) * moved(below) + share * moved(above));
}

/** How far a level's miss rate stands from nominal, as a factor; below 0 means "promise everything". */
function moved(entry: TrackedLevel): number {
  return entry.missRate / (1 - entry.level);
}
