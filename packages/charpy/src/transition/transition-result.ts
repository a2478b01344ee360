import type { TransitionModelName } from './curve-model.ts';
import type { ResidualChecks } from './residual-checks.ts';
import type { TransitionQuantity } from './transition-quantity.ts';

/** A figure with its interval. A limit is null where the points give none. */
export interface TransitionEstimate {
  readonly value: number;
  /** One standard deviation, from the slopes of the fit (delta method). */
  readonly standardUncertainty: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A shelf, found or held. */
export interface ShelfEstimate extends TransitionEstimate {
  readonly isFixed: boolean;
}

/** A temperature read off the curve, or what can be said instead: `below` the coldest or `above` the hottest specimen;
 * `not-reached`: the level is not below the upper shelf. */
export type CharacteristicTemperature =
  | {
      readonly name: string;
      readonly level: number;
      readonly status: 'estimated';
      readonly temperatureC: number;
      readonly standardUncertaintyC: number;
      /** Null: the interval is open to this side, or ends beyond the coldest or hottest specimen. */
      readonly lowerC: number | null;
      readonly upperC: number | null;
    }
  | {
      readonly name: string;
      readonly level: number;
      readonly status: 'below' | 'above';
      readonly limitC: number;
    }
  | { readonly name: string; readonly level: number; readonly status: 'not-reached' };

/** The curve at one temperature, with its pointwise band. */
export interface CurvePoint {
  readonly temperatureC: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** What a reader of the result must know. */
export type TransitionWarning =
  | 'lower-shelf-extrapolated'
  | 'upper-shelf-extrapolated'
  | 'width-vanishes'
  | 'few-temperatures-in-transition'
  | 'residuals-in-runs'
  | 'residuals-not-normal'
  | 'lack-of-fit'
  | 'outliers'
  | 'repetitions-without-fit';

/** A fitted curve. Every figure is unrounded. */
export interface TransitionFit {
  readonly ok: true;
  readonly quantity: TransitionQuantity;
  readonly unit: 'J' | 'mm' | '%';
  readonly model: TransitionModelName;
  readonly pointCount: number;
  readonly freeParameters: number;
  readonly degreesOfFreedom: number;
  /** Temperatures of the coldest and the hottest specimen: nothing is read off beyond. */
  readonly coldestC: number;
  readonly hottestC: number;
  /** The formula's own parameters by name, without the shelves. */
  readonly parameters: Readonly<Record<string, TransitionEstimate>>;
  readonly lowerShelf: ShelfEstimate;
  readonly upperShelf: ShelfEstimate;
  readonly sumOfSquares: number;
  /** √(SSE/(n − p)), in the quantity's unit. */
  readonly rootMeanSquareError: number;
  readonly criteria: InformationCriteria;
  readonly temperatures: readonly CharacteristicTemperature[];
  readonly curve: readonly CurvePoint[];
  readonly residuals: ResidualChecks;
  readonly warnings: readonly TransitionWarning[];
  readonly confidence: number;
  readonly replicates: number;
  readonly seed: number;
}

/** Figures to compare models on the same points: the smaller the better. `aicc` is null for fewer than p + 3 points. */
export interface InformationCriteria {
  readonly aic: number;
  readonly aicc: number | null;
  readonly bic: number;
}

/** Why there is no curve. */
export type TransitionRefusalReason =
  | 'too-few-points'
  | 'too-few-temperatures'
  | 'no-transition'
  | 'lower-shelf-not-reached'
  | 'upper-shelf-not-reached'
  | 'not-identifiable'
  | 'not-converged';

/** No curve, and what the specimens say all the same. */
export interface TransitionRefusal {
  readonly ok: false;
  readonly quantity: TransitionQuantity;
  readonly model: TransitionModelName;
  readonly pointCount: number;
  readonly reason: TransitionRefusalReason;
  /** What is wrong and what helps, a sentence or two. */
  readonly detail: string;
  /** Levels that every specimen exceeds (`below` the coldest) or none reaches (`above` the hottest). */
  readonly temperatures: readonly CharacteristicTemperature[];
}

/** A curve or the reason why there is none. */
export type TransitionResult = TransitionFit | TransitionRefusal;
