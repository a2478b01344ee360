/** The four ways of learning offered to a laboratory. */
export const strategyNames = ['immediate', 'batch', 'weighted', 'confidence'] as const;

/** Name of an update strategy. */
export type StrategyName = (typeof strategyNames)[number];

/** One equation, four settings: `S ← forgetting·S + k·(new label)`, applied to `batchSize` labels at once,
 * with k lowered for surprising labels unless `robustness` is null.
 */
export interface UpdateStrategy {
  readonly name: StrategyName;
  /** Labels learned together; answers inside a batch come from the head before it. At least 1. */
  readonly batchSize: number;
  /** Factor on all earlier evidence for each new label, in (0, 1], applied to the power {@link fadingStep} after that many
   * labels; 1 = nothing is forgotten. */
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

/** Evidence fades in steps of so many labels: fading means a new factorisation, and twenty labels of two hundred change little. */
export const fadingStep = 20;

/** Settings a laboratory may change. */
export interface StrategyOptions {
  /** @default 20 for `batch`, else 1 */
  readonly batchSize?: number;
  /** For `weighted`: labels after which a label counts half. @default 200 */
  readonly halfLifeLabels?: number;
  /** null = every label counts in full. @default 4 degrees of freedom (`confidence`: 2), 5 points */
  readonly robustness?: Robustness | null;
}

const DEFAULT_BATCH_SIZE = 20;
const DEFAULT_HALF_LIFE = 200;
/** t₄ keeps 76 % of the efficiency at worst and gives a misread of five deviations a sixth of a vote. */
const DEFAULT_ROBUSTNESS: Robustness = { degreesOfFreedom: 4, maximumShift: 5 };
/** t₂ gives that misread a ninth. */
const CONFIDENCE_ROBUSTNESS: Robustness = { degreesOfFreedom: 2, maximumShift: 5 };

/** The settings behind a name.
 * @throws RangeError for an unknown name or a setting outside its range
 */
export function strategyOf(name: StrategyName, options: StrategyOptions = {}): UpdateStrategy {
  if (!strategyNames.includes(name)) {
    throw new RangeError(`strategy "${name}" is unknown; choose one of ${strategyNames.join(', ')}`);
  }
  const halfLife = options.halfLifeLabels ?? DEFAULT_HALF_LIFE;
  if (!(halfLife > 0)) throw new RangeError(`halfLifeLabels must be positive, got ${halfLife}`);
  const strategy: UpdateStrategy = {
    name,
    batchSize: options.batchSize ?? (name === 'batch' ? DEFAULT_BATCH_SIZE : 1),
    forgetting: name === 'weighted' ? 0.5 ** (1 / halfLife) : 1,
    robustness: options.robustness === undefined ? defaultRobustness(name) : options.robustness,
  };
  checkStrategy(strategy);
  return strategy;
}

function defaultRobustness(name: StrategyName): Robustness {
  return name === 'confidence' ? CONFIDENCE_ROBUSTNESS : DEFAULT_ROBUSTNESS;
}

/** @throws RangeError naming the first setting outside its range */
export function checkStrategy(strategy: UpdateStrategy): void {
  const { batchSize, forgetting, robustness } = strategy;
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`strategy.batchSize must be a whole number of at least 1, got ${batchSize}`);
  }
  if (!(forgetting > 0 && forgetting <= 1)) {
    throw new RangeError(`strategy.forgetting must be above 0 and at most 1, got ${forgetting}`);
  }
  if (robustness !== null) {
    if (!(robustness.degreesOfFreedom > 0)) {
      throw new RangeError(
        `robustness.degreesOfFreedom must be positive, got ${robustness.degreesOfFreedom}`,
      );
    }
    if (!(robustness.maximumShift > 0)) {
      throw new RangeError(`robustness.maximumShift must be positive, got ${robustness.maximumShift}`);
    }
  }
}
