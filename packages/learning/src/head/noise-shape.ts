/** How noise varies over the range: relative variance, piecewise linear in the map's area; mean about 1. */
export interface NoiseShape {
  /** Areas in percent, ascending, first 0 and last 100. */
  readonly knots: Float64Array;
  /** Relative variance at each knot, positive. */
  readonly values: Float64Array;
}
