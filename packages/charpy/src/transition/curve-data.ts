import type { CurveModel } from './curve-model.ts';

/** A shelf of the curve: free, or held at a value that carries an uncertainty. */
export interface ShelfHold {
  /** Null: the shelf is found by the fit. */
  readonly fixedAt: number | null;
  /** One standard deviation of the held value; 0 for a free shelf. */
  readonly standardUncertainty: number;
}

/** What a fit works on. */
export interface CurveData {
  readonly model: CurveModel;
  readonly temperaturesC: Float64Array;
  readonly values: Float64Array;
  /** Square roots of the weights; null when all count the same. */
  readonly rootWeights: Float64Array | null;
  readonly lowerShelf: ShelfHold;
  readonly upperShelf: ShelfHold;
  readonly range: { readonly coldestC: number; readonly hottestC: number };
  /** Physical range of a value. */
  readonly least: number;
  readonly most: number;
}

/** Parameters of a curve: the model's shape, then lower and upper shelf.
 * @returns the curve's value at a temperature
 */
export function curveValue(model: CurveModel, parameters: Float64Array, temperatureC: number): number {
  const lower = parameters[model.shapeCount] as number;
  const upper = parameters[model.shapeCount + 1] as number;
  return lower + (upper - lower) * model.share(temperatureC, parameters, null);
}

/** Writes the derivatives of `curveValue` by all parameters into `gradient` and returns the value. */
export function curveGradient(
  model: CurveModel,
  parameters: Float64Array,
  temperatureC: number,
  gradient: Float64Array,
): number {
  const k = model.shapeCount;
  const lower = parameters[k] as number;
  const upper = parameters[k + 1] as number;
  const share = model.share(temperatureC, parameters, gradient);
  for (let i = 0; i < k; i++) gradient[i] = (gradient[i] as number) * (upper - lower);
  gradient[k] = 1 - share;
  gradient[k + 1] = share;
  return lower + (upper - lower) * share;
}

/** Temperature at which a curve reaches a value; NaN when the value is not between its shelves. */
export function temperatureAt(model: CurveModel, parameters: Float64Array, value: number): number {
  const lower = parameters[model.shapeCount] as number;
  const upper = parameters[model.shapeCount + 1] as number;
  const share = (value - lower) / (upper - lower);
  return share > 0 && share < 1 ? model.temperatureOf(share, parameters) : Number.NaN;
}
