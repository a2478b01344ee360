/** The five models.
 * @source NIST CharpyCurveFitting, cfdef88 (HT, AHT, Burr, ACT, Kohout)
 */
export const transitionModelNames = ['tanh', 'asymmetric-tanh', 'burr', 'arctangent', 'kohout'] as const;

/** One of the five. */
export type TransitionModelName = (typeof transitionModelNames)[number];

/** The part of a transition curve between its shelves: a share of 0 at the cold end and 1 at the hot end. The search moves `shape`,
 * a temperature followed by logarithms, so that every value of it is a curve; reports speak of the formula's own parameters. */
export interface CurveModel {
  readonly name: TransitionModelName;
  readonly shapeCount: number;
  /** Names of the formula's parameters. */
  readonly parameterNames: readonly string[];
  /** Share at a temperature; writes its derivatives by `shape` into the first entries of `gradient` when asked. */
  share(temperatureC: number, shape: Float64Array, gradient: Float64Array | null): number;
  /** Temperature of a share above 0 and below 1; NaN where the curve does not reach it. */
  temperatureOf(share: number, shape: Float64Array): number;
  /** The formula's parameters, in the order of `parameterNames`. */
  parametersOf(shape: Float64Array): number[];
  /** A curve with its middle at a temperature and a half-width like C of tanh.
   * @param asymmetry - logarithm, 0 = none; ignored by symmetric models
   */
  shapeOf(middleC: number, halfWidthC: number, asymmetry: number): Float64Array;
}

/** Temperatures of the coldest and the hottest specimen. */
export interface TemperatureRange {
  readonly coldestC: number;
  readonly hottestC: number;
}
