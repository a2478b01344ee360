import type { TransitionModelName } from './curve-model.ts';
import type { LevelDefinition, TransitionQuantity } from './transition-quantity.ts';

/** One specimen. */
export interface TransitionPoint {
  /** °C, above absolute zero, at most 1000. */
  readonly temperatureC: number;
  /** Not rounded, in the quantity's unit: J, mm or %. */
  readonly value: number;
  /** How much the specimen counts: the reciprocal of a relative variance. @default 1 */
  readonly weight?: number;
}

/** A shelf is found by the fit, or held at a value.
 * `standardUncertainty`: of the held value, one standard deviation. By default 0.3 J or 0.03 mm for a lower shelf, 5 % of an upper
 * one, and 0 for percent shear. */
export type ShelfChoice =
  | 'free'
  | { readonly fixedAt: number; readonly standardUncertainty?: number | undefined };

/** How a curve is fitted. */
export interface TransitionOptions {
  readonly quantity: TransitionQuantity;
  /** @default 'tanh' */
  readonly model?: TransitionModelName | undefined;
  /** @default fixed at 0 for percent shear, free otherwise */
  readonly lowerShelf?: ShelfChoice | undefined;
  /** @default fixed at 100 for percent shear, free otherwise */
  readonly upperShelf?: ShelfChoice | undefined;
  /** Level of confidence of all intervals, 0.5 to 0.999. @default 0.95 */
  readonly confidence?: number | undefined;
  /** Drawn repetitions of the experiment, 199 to 9999. @default 999 */
  readonly replicates?: number | undefined;
  /** Of the drawn repetitions; the same seed gives the same answer. @default 1 */
  readonly seed?: number | undefined;
  /** Levels besides the customary ones of the quantity. */
  readonly levels?: readonly LevelDefinition[] | undefined;
  /** Least number of specimens, 4 to 7; below 7 only when both shelves are held. @default 7 */
  readonly leastPoints?: number | undefined;
  /** Points of the drawn curve, 2 to 501. @default 81 */
  readonly curvePoints?: number | undefined;
}
