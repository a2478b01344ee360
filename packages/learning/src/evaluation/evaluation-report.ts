import type { EvaluationFigures } from '../metrics/evaluation-figures.ts';

/** One test-then-train step: what the model answered before it saw the label. */
export interface PrequentialRecord {
  /** Labels learned before this one, 0 for the first. */
  readonly labelsBefore: number;
  /** The label, percent shear. */
  readonly truth: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** Predictive variance, points². */
  readonly variance: number;
  readonly specimen?: string;
  readonly heat?: string;
  readonly technician?: string;
}

/** One point of a learning curve. */
export interface LearningCurvePoint {
  /** Labels learned before the first and up to the last record of the window. */
  readonly fromLabels: number;
  readonly toLabels: number;
  readonly meanAbsoluteError: number;
}

/** What keeps the specimens of a fold apart from the others. */
export type FoldGrouping = 'heat' | 'specimen' | 'sample';

/** Answers for specimens whose group was never trained on. */
export interface CrossValidation {
  readonly folds: number;
  readonly groupedBy: FoldGrouping;
  readonly groups: number;
  readonly figures: EvaluationFigures;
}

/** Honest figures of one round of learning. */
export interface LearningEvaluation {
  readonly labels: number;
  /** The starting model on all samples. */
  readonly before: EvaluationFigures;
  /** Test-then-train over the samples in the given order. */
  readonly prequential: EvaluationFigures;
  readonly records: readonly PrequentialRecord[];
  readonly curve: readonly LearningCurvePoint[];
  /** null when there are too few groups; `crossValidationNote` then says so. */
  readonly crossValidation: CrossValidation | null;
  readonly crossValidationNote: string;
}
