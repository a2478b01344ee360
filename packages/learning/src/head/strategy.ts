/** The four ways of learning offered to a laboratory. */
export const strategyNames = ['immediate', 'batch', 'weighted', 'confidence'] as const;

/** Name of an update strategy. */
export type StrategyName = (typeof strategyNames)[number];

/** One equation, four settings: `S ← forgetting·S + k·(new label)`, applied to `batchSize` labels at once,
 * with k lowered for surprising labels when `robustness` is set.
 */
export interface UpdateStrategy {
  readonly name: StrategyName;
  /** Labels learned together; predictions inside a batch use the head from before it. At least 1. */
  readonly batchSize: number;
  /** Factor on all earlier evidence for each new label, in (0, 1]; 1 = nothing is forgotten. */
  readonly forgetting: number;
  readonly robustness: Robustness | null;
}

/** How little a surprising label may count. */
export interface Robustness {
  /** Student-t degrees of freedom; smaller distrusts surprises more. Positive. */
  readonly degreesOfFreedom: number;
  /** One label moves the answer for its own specimen by at most this many points. Positive. */
  readonly maximumShift: number;
}
