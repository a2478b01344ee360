import type { BandName } from './shear-bands.ts';

/** One specimen answered, or refused, by a model. */
export interface EvaluatedAnswer {
  /** Label, percent shear 0 to 100. */
  readonly truth: number;
  /** Percent shear 0 to 100; null = the model refused to answer. */
  readonly mean: number | null;
  /** Interval bounds, given together with `mean`. */
  readonly lower?: number;
  readonly upper?: number;
}

/** Error figures in points of percent shear; null where there is nothing to compute from. */
export interface ErrorFigures {
  readonly count: number;
  readonly meanAbsoluteError: number | null;
  /** Mean of answer − truth. */
  readonly bias: number | null;
}

/** Figures of a set of answers. Refused specimens count only in `refusedPercent`. */
export interface EvaluationFigures extends ErrorFigures {
  /** Answers plus refusals. */
  readonly total: number;
  readonly refusedPercent: number | null;
  readonly rootMeanSquareError: number | null;
  /** 1 − SSE/SST; null when all truths are equal. */
  readonly rSquared: number | null;
  /** Share of answers at most 5 (10) points off, 0 to 100. */
  readonly withinFivePercent: number | null;
  readonly withinTenPercent: number | null;
  /** Share of intervals that hold the truth, 0 to 100; over answers that carry an interval. */
  readonly coveragePercent: number | null;
  readonly meanIntervalWidth: number | null;
  readonly bands: Readonly<Record<BandName, ErrorFigures>>;
}
