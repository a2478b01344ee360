import type { EvaluatedAnswer, EvaluationFigures } from '../metrics/evaluation-figures.ts';

/** One specimen answered by both models. */
export interface PromotionCase {
  readonly truth: number;
  readonly champion: Omit<EvaluatedAnswer, 'truth'>;
  readonly candidate: Omit<EvaluatedAnswer, 'truth'>;
}

/** What the gate may look at. */
export interface PromotionEvidence {
  /** How to name the two in the reasons. */
  readonly championVersion: string;
  readonly candidateVersion: string;
  /** Frozen gold specimens that neither model learned from. */
  readonly gold: readonly PromotionCase[];
  /** Recent labels, each answered before it was learned (test-then-train), by both. */
  readonly prequentialWindow: readonly PromotionCase[];
}

/** The gate's limits; points unless said otherwise. */
export interface PromotionRules {
  /** The candidate's mean absolute error may be worse by this much. @default 0.2 */
  readonly maximumErrorIncrease: number;
  /** |bias| in a band may be worse by this much. @default 1.5 */
  readonly maximumBiasIncrease: number;
  /** Wanted coverage of the intervals, 0 to 1; a fall that stays above it is allowed. @default 0.9 */
  readonly intervalLevel: number;
  /** Specimens below which a set is not judged. @default 10 */
  readonly minimumCases: number;
  /** Specimens below which a band is not judged. @default 8 */
  readonly minimumBandCases: number;
  /** Specimens below which coverage is not judged. @default 20 */
  readonly minimumCoverageCases: number;
}

/** Both models' figures on one set. */
export interface ComparedFigures {
  readonly champion: EvaluationFigures;
  readonly candidate: EvaluationFigures;
}

/** The gate's verdict. */
export interface PromotionVerdict {
  readonly promote: boolean;
  /** Sentences for people, each standing alone; what spoke against comes first. */
  readonly reasons: readonly string[];
  readonly figures: { readonly gold: ComparedFigures; readonly prequentialWindow: ComparedFigures };
}
