import { minimiseSquares } from '../statistics/levenberg-marquardt.ts';
import type { CurveData } from './curve-data.ts';
import { assess, type CurveFit, createProblem } from './least-squares-fit.ts';

const MIDDLES = 13;
/** Half-widths tried, shares of the range of temperatures. */
const HALF_WIDTHS = [0.02, 0.04, 0.08, 0.15, 0.25, 0.4, 0.7, 1.2];
const ASYMMETRIES = [0, -1, 1];
/** The best starts are followed to the end: a single one may end in a side valley. */
const FOLLOWED = 4;

/** The best curve through the points, found from a grid of middles, half-widths and asymmetries. For each, the best shelves follow
 * from two linear equations, so no start has to be guessed and none depends on a single specimen.
 * @source Golub & Pereyra, SIAM J. Numer. Anal. 10 (1973) 413–432, for separating the linear parameters
 */
export function fitFromGrid(data: CurveData): CurveFit {
  const problem = createProblem(data);
  const starts = gridOf(data).sort((a, b) => a.sumOfSquares - b.sumOfSquares);
  let best: CurveFit | null = null;
  for (const start of starts.slice(0, FOLLOWED)) {
    const fit = assess(data, problem, minimiseSquares(problem, start.parameters));
    if (best === null || fit.sumOfSquares < best.sumOfSquares) best = fit;
  }
  return best as CurveFit;
}

interface Start {
  readonly parameters: Float64Array;
  readonly sumOfSquares: number;
}

function gridOf(data: CurveData): Start[] {
  const { model, range } = data;
  const span = range.hottestC - range.coldestC;
  const asymmetries = model.shapeCount === 2 ? [0] : ASYMMETRIES;
  const starts: Start[] = [];
  for (let m = 0; m < MIDDLES; m++) {
    const middle = range.coldestC + (span * m) / (MIDDLES - 1);
    for (const width of HALF_WIDTHS) {
      for (const asymmetry of asymmetries) {
        starts.push(withBestShelves(data, model.shapeOf(middle, width * span, asymmetry)));
      }
    }
  }
  return starts;
}

/** Adds the shelves that fit best to a shape. */
function withBestShelves(data: CurveData, shape: Float64Array): Start {
  const { model, temperaturesC, values, rootWeights, lowerShelf, upperShelf, least, most } = data;
  let [aa, ab, bb, ay, by] = [0, 0, 0, 0, 0];
  const shares = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const share = model.share(temperaturesC[row] as number, shape, null);
    const weight = rootWeights === null ? 1 : (rootWeights[row] as number) ** 2;
    const value = values[row] as number;
    shares[row] = share;
    aa += weight * (1 - share) ** 2;
    ab += weight * (1 - share) * share;
    bb += weight * share ** 2;
    ay += weight * (1 - share) * value;
    by += weight * share * value;
  }
  const determinant = aa * bb - ab * ab;
  let lower = lowerShelf.fixedAt;
  let upper = upperShelf.fixedAt;
  if (lower === null && upper === null) {
    const isSingular = determinant < 1e-12 * aa * bb;
    lower = isSingular ? least : (bb * ay - ab * by) / determinant;
    upper = isSingular ? by / Math.max(bb, 1e-12) : (aa * by - ab * ay) / determinant;
    if (lower < least) {
      lower = least;
      upper = (by - ab * lower) / Math.max(bb, 1e-12);
    }
  } else if (lower === null) {
    lower = (ay - ab * (upper as number)) / Math.max(aa, 1e-12);
  } else if (upper === null) {
    upper = (by - ab * lower) / Math.max(bb, 1e-12);
  }
  lower = Math.min(Math.max(lower, least), most);
  upper = Math.min(Math.max(upper as number, least), most);
  let sumOfSquares = 0;
  for (let row = 0; row < values.length; row++) {
    const root = rootWeights === null ? 1 : (rootWeights[row] as number);
    const residual = lower + (upper - lower) * (shares[row] as number) - (values[row] as number);
    sumOfSquares += (root * residual) ** 2;
  }
  return { parameters: Float64Array.of(...shape, lower, upper), sumOfSquares };
}
