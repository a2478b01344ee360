/** How noise varies over the range: relative variance, piecewise linear in the map's area, times one in how undecided the map
 * is; mean about 1. */
export interface NoiseShape {
  /** Areas in percent, ascending, first 0 and last 100. */
  readonly knots: Float64Array;
  /** Relative variance at each knot, positive. */
  readonly values: Float64Array;
  /** Absent: the area alone says how noisy an answer is. */
  readonly doubt?: DoubtShape;
}

/** A factor of the relative variance, piecewise linear in one feature. */
export interface DoubtShape {
  /** A feature of the head's set that grows where the map does not know. */
  readonly featureName: string;
  /** Values of the feature, ascending. */
  readonly knots: Float64Array;
  /** Factor at each knot, positive. */
  readonly values: Float64Array;
}

/** The same noise everywhere. */
export const flatNoise: NoiseShape = {
  knots: Float64Array.of(0, 100),
  values: Float64Array.of(1, 1),
};

/** Relative noise variance at a map area and a value of the doubt's feature; outside the knots the end's value holds. */
export function relativeNoise(shape: NoiseShape, areaPercent: number, doubt = 0): number {
  const factor = shape.doubt === undefined ? 1 : valueAt(shape.doubt.knots, shape.doubt.values, doubt);
  return factor * valueAt(shape.knots, shape.values, areaPercent);
}

function valueAt(knots: Float64Array, values: Float64Array, position: number): number {
  const last = knots.length - 1;
  if (position <= knots[0]) return values[0];
  if (position >= knots[last]) return values[last];
  let i = 1;
  while (knots[i] < position) i++;
  const share = (position - knots[i - 1]) / (knots[i] - knots[i - 1]);
  return values[i - 1] + share * (values[i] - values[i - 1]);
}

/** Shelf specimens are easy, mixed ones hard: fine steps at the ends, wide ones between. */
const AREA_KNOTS = [0, 5, 20, 50, 80, 95, 100];
/** Mean entropy of a map's cells, bits: half of the rendered faces lie between 0.1 and 0.26. */
const DOUBT_KNOTS = [0, 0.1, 0.2, 0.3, 0.4, 0.6];

/** So many residuals of the usual size are added to those around a knot. */
const SHRINKAGE_COUNT = 5;
/** Each factor stays within these multiples of the overall variance. */
const FACTOR_LIMITS = [0.02, 20] as const;
/** The two factors are fitted in turn; they hardly move after the second time. */
const ROUNDS = 3;

/** What residuals may be explained by, besides the area. */
export interface DoubtSamples {
  readonly featureName: string;
  /** The feature's value of each specimen. */
  readonly values: ArrayLike<number>;
}

/** Fits the shape to residuals of specimens that were not trained on: the square of the mean absolute residual around each knot,
 * over that of all, so that a few faces read wrong altogether do not decide how sure all the others are.
 * @param areas - the map's percent shear of each specimen
 * @param residuals - label − answer, points, same length
 * @param doubt - same length @default the area alone
 */
export function fitNoiseShape(
  areas: ArrayLike<number>,
  residuals: ArrayLike<number>,
  doubt?: DoubtSamples,
): NoiseShape {
  const sizes = Float64Array.from(residuals, Math.abs);
  let shape: NoiseShape = {
    knots: Float64Array.from(AREA_KNOTS),
    values: new Float64Array(AREA_KNOTS.length).fill(1),
  };
  if (doubt === undefined) return { ...shape, values: factorAt(AREA_KNOTS, areas, sizes) };
  let factor: DoubtShape = {
    featureName: doubt.featureName,
    knots: Float64Array.from(DOUBT_KNOTS),
    values: new Float64Array(DOUBT_KNOTS.length).fill(1),
  };
  for (let round = 0; round < ROUNDS; round++) {
    const forArea = sizes.map(
      (size, n) => size / Math.sqrt(valueAt(factor.knots, factor.values, doubt.values[n])),
    );
    shape = { ...shape, values: factorAt(AREA_KNOTS, areas, forArea) };
    const forDoubt = sizes.map((size, n) => size / Math.sqrt(relativeNoise(shape, areas[n])));
    factor = { ...factor, values: factorAt(DOUBT_KNOTS, doubt.values, forDoubt) };
  }
  return { ...shape, doubt: factor };
}

/** Relative variance at each knot. */
function factorAt(
  knots: readonly number[],
  positions: ArrayLike<number>,
  sizes: ArrayLike<number>,
): Float64Array {
  const sums = new Float64Array(knots.length);
  const counts = new Float64Array(knots.length);
  let total = 0;
  for (let n = 0; n < sizes.length; n++) {
    total += sizes[n] / sizes.length;
    for (let i = 0; i < knots.length; i++) {
      const nearness = hatAt(knots, i, positions[n]);
      sums[i] += nearness * sizes[n];
      counts[i] += nearness;
    }
  }
  if (!(total > 0)) return new Float64Array(knots.length).fill(1);
  return Float64Array.from(knots, (_, i) => {
    const mean = (sums[i] + SHRINKAGE_COUNT * total) / (counts[i] + SHRINKAGE_COUNT);
    return Math.min(FACTOR_LIMITS[1], Math.max(FACTOR_LIMITS[0], (mean / total) ** 2));
  });
}

/** Weight of knot i at a position: 1 at the knot, falling to 0 at its neighbours. */
function hatAt(knots: readonly number[], i: number, position: number): number {
  const held = Math.min(knots[knots.length - 1], Math.max(knots[0], position));
  if (held <= knots[i]) {
    return i === 0 ? 1 : Math.max(0, 1 - (knots[i] - held) / (knots[i] - knots[i - 1]));
  }
  return i === knots.length - 1 ? 1 : Math.max(0, 1 - (held - knots[i]) / (knots[i + 1] - knots[i]));
}
