/** How noise varies over the range: relative variance, piecewise linear in the map's area; mean about 1. */
export interface NoiseShape {
  /** Areas in percent, ascending, first 0 and last 100. */
  readonly knots: Float64Array;
  /** Relative variance at each knot, positive. */
  readonly values: Float64Array;
}

/** The same noise everywhere. */
export const flatNoise: NoiseShape = {
  knots: Float64Array.of(0, 100),
  values: Float64Array.of(1, 1),
};

/** Relative noise variance at a map area; areas outside 0–100 take the end's value. */
export function relativeNoise(shape: NoiseShape, areaPercent: number): number {
  const { knots, values } = shape;
  const last = knots.length - 1;
  if (areaPercent <= knots[0]) return values[0];
  if (areaPercent >= knots[last]) return values[last];
  let i = 1;
  while (knots[i] < areaPercent) i++;
  const share = (areaPercent - knots[i - 1]) / (knots[i] - knots[i - 1]);
  return values[i - 1] + share * (values[i] - values[i - 1]);
}

/** Shelf specimens are easy, mixed ones hard: fine steps at the ends, wide ones between. */
const KNOTS = [0, 5, 20, 50, 80, 95, 100];

/** Fewer residuals than this around a knot are drawn half-way towards the overall variance. */
const SHRINKAGE_COUNT = 20;

/** Fits the shape to residuals of specimens that were not trained on.
 * @param areas - the map's percent shear of each specimen
 * @param residuals - label − answer, points, same length
 * @returns values between 0.1 and 10 times the overall variance
 */
export function fitNoiseShape(areas: ArrayLike<number>, residuals: ArrayLike<number>): NoiseShape {
  const sums = new Float64Array(KNOTS.length);
  const counts = new Float64Array(KNOTS.length);
  let total = 0;
  for (let n = 0; n < residuals.length; n++) {
    const square = residuals[n] ** 2;
    total += square / residuals.length;
    for (let i = 0; i < KNOTS.length; i++) {
      const nearness = hatAt(i, areas[n]);
      sums[i] += nearness * square;
      counts[i] += nearness;
    }
  }
  const knots = Float64Array.from(KNOTS);
  if (!(total > 0)) return { knots, values: new Float64Array(KNOTS.length).fill(1) };
  const values = Float64Array.from(KNOTS, (_, i) => {
    const mean = (sums[i] + SHRINKAGE_COUNT * total) / (counts[i] + SHRINKAGE_COUNT);
    return Math.min(10, Math.max(0.1, mean / total));
  });
  return { knots, values };
}

/** Weight of knot i at an area: 1 at the knot, falling to 0 at its neighbours. */
function hatAt(i: number, area: number): number {
  const held = Math.min(100, Math.max(0, area));
  if (held <= KNOTS[i]) {
    return i === 0 ? 1 : Math.max(0, 1 - (KNOTS[i] - held) / (KNOTS[i] - KNOTS[i - 1]));
  }
  return i === KNOTS.length - 1 ? 1 : Math.max(0, 1 - (held - KNOTS[i]) / (KNOTS[i + 1] - KNOTS[i]));
}
