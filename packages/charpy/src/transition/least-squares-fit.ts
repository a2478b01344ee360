import {
  type LeastSquaresProblem,
  type LeastSquaresSolution,
  minimiseSquares,
} from '../statistics/levenberg-marquardt.ts';
import { inverseGram } from '../statistics/triangular-factor.ts';
import { type CurveData, curveGradient, curveValue } from './curve-data.ts';

/** A curve through the points, with how well its parameters are known. */
export interface CurveFit {
  /** Shape of the model, lower shelf, upper shelf. */
  readonly parameters: Float64Array;
  readonly sumOfSquares: number;
  /** Parameters that the fit was free to move. */
  readonly freeCount: number;
  readonly isConverged: boolean;
  /** Entries of `parameters` that ended at a bound of the search. */
  readonly atBound: readonly number[];
  /** Covariance of all parameters, row-major, a fixed shelf's own uncertainty and its effect on the others included; null when the
   * points do not tell the parameters apart. */
  readonly covariance: Float64Array | null;
  /** Condition number of the problem with columns of one length. */
  readonly condition: number;
  /** The weighted Jacobian at the end, row-major, point × parameter. */
  readonly jacobian: Float64Array;
}

/** The least-squares problem of a set of points. */
export function createProblem(data: CurveData): LeastSquaresProblem {
  const { model, temperaturesC, values, rootWeights } = data;
  const parameterCount = model.shapeCount + 2;
  const gradient = new Float64Array(parameterCount);
  return {
    parameterCount,
    residualCount: values.length,
    ...searchBox(data),
    evaluate(parameters, residuals, jacobian) {
      for (let row = 0; row < values.length; row++) {
        const temperature = temperaturesC[row] as number;
        const root = rootWeights === null ? 1 : (rootWeights[row] as number);
        const value =
          jacobian === null
            ? curveValue(model, parameters, temperature)
            : curveGradient(model, parameters, temperature, gradient);
        residuals[row] = root * (value - (values[row] as number));
        if (jacobian === null) continue;
        for (let i = 0; i < parameterCount; i++) {
          jacobian[row * parameterCount + i] = root * (gradient[i] as number);
        }
      }
    },
  };
}

/** Half-widths from a millionth to a hundred times the range of temperatures, middles within two ranges of it, asymmetry up to a
 * thousand: outside, curves through the points cannot be told apart any more. */
const NARROWEST = 1e-6;
const WIDEST = 100;
const FARTHEST = 2;
const MOST_ASYMMETRY = Math.log(1000);
/** How far above the largest value an upper shelf is looked for. */
const HIGHEST_SHELF = 10;

function searchBox(data: CurveData): { lower: Float64Array; upper: Float64Array } {
  const { model, range, least, most, values, lowerShelf, upperShelf } = data;
  const span = range.hottestC - range.coldestC;
  const narrow = Math.log(NARROWEST * span);
  const wide = Math.log(WIDEST * span);
  const lower = [range.coldestC - FARTHEST * span];
  const upper = [range.hottestC + FARTHEST * span];
  if (model.name === 'burr') {
    lower.push(Math.LN2 - wide, -MOST_ASYMMETRY);
    upper.push(Math.LN2 - narrow, MOST_ASYMMETRY);
  } else {
    lower.push(narrow);
    upper.push(wide);
    if (model.name === 'asymmetric-tanh') {
      lower.push(narrow);
      upper.push(wide);
    } else if (model.name === 'kohout') {
      lower.push(-MOST_ASYMMETRY);
      upper.push(MOST_ASYMMETRY);
    }
  }
  const largest = values.reduce((high, value) => Math.max(high, value), 0);
  lower.push(lowerShelf.fixedAt ?? least, upperShelf.fixedAt ?? least);
  upper.push(lowerShelf.fixedAt ?? largest, upperShelf.fixedAt ?? Math.min(most, HIGHEST_SHELF * largest));
  return { lower: Float64Array.from(lower), upper: Float64Array.from(upper) };
}

/** Fits from a start and works out the covariance. */
export function fitFrom(data: CurveData, start: Float64Array): CurveFit {
  const problem = createProblem(data);
  return assess(data, problem, minimiseSquares(problem, start));
}

/** One standard deviation of a free shelf when the bound of the physical range is left out of account: a shelf that ended at the
 * bound is not known exactly. Null when the points do not tell the parameters apart. */
export function shelfUncertainty(data: CurveData, fit: CurveFit, which: 'lower' | 'upper'): number | null {
  const p = fit.parameters.length;
  const held = [data.lowerShelf, data.upperShelf];
  const free = Array.from({ length: p }, (_, i) => i).filter((i) =>
    i < p - 2 ? !fit.atBound.includes(i) : held[i - p + 2]?.fixedAt === null,
  );
  const rows = data.values.length;
  const gram = inverseGram(columnsOf(fit.jacobian, rows, p, free), rows, free.length);
  if (gram === null) return null;
  const at = free.indexOf(which === 'lower' ? p - 2 : p - 1);
  const scatter = fit.sumOfSquares / (rows - fit.freeCount);
  return Math.sqrt(scatter * (gram.inverse[at * free.length + at] as number));
}

/** Some columns of a Jacobian, row-major. */
export function columnsOf(
  jacobian: Float64Array,
  rows: number,
  width: number,
  columns: readonly number[],
): Float64Array {
  const own = new Float64Array(rows * columns.length);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < columns.length; k++) {
      own[row * columns.length + k] = jacobian[row * width + (columns[k] as number)] as number;
    }
  }
  return own;
}

/** The fit that a solution of the problem is. */
export function assess(
  data: CurveData,
  { lower, upper, parameterCount, residualCount }: LeastSquaresProblem,
  { parameters, sumOfSquares, jacobian, isConverged }: LeastSquaresSolution,
): CurveFit {
  const free: number[] = [];
  const atBound: number[] = [];
  let freeCount = 0;
  for (let i = 0; i < parameterCount; i++) {
    if (lower[i] === upper[i]) continue;
    freeCount++;
    if (parameters[i] === lower[i] || parameters[i] === upper[i]) atBound.push(i);
    else free.push(i);
  }
  const columns = free.length;
  const own = columnsOf(jacobian, residualCount, parameterCount, free);
  const gram = inverseGram(own, residualCount, columns);
  const scatter = sumOfSquares / Math.max(1, residualCount - freeCount);
  const covariance =
    gram === null
      ? null
      : covarianceOf({ inverse: gram.inverse, free, own, jacobian, scatter, parameterCount, data });
  return {
    parameters,
    sumOfSquares,
    freeCount,
    isConverged,
    atBound,
    covariance,
    condition: gram?.condition ?? Number.POSITIVE_INFINITY,
    jacobian,
  };
}

interface CovarianceParts {
  readonly inverse: Float64Array;
  readonly free: readonly number[];
  readonly own: Float64Array;
  readonly jacobian: Float64Array;
  readonly scatter: number;
  readonly parameterCount: number;
  readonly data: CurveData;
}

/** `σ²·(JᵀJ)⁻¹` of the free parameters; a held shelf moves itself and, through the fit, the others. */
function covarianceOf({
  inverse,
  free,
  own,
  jacobian,
  scatter,
  parameterCount: p,
  data,
}: CovarianceParts): Float64Array {
  const covariance = new Float64Array(p * p);
  const columns = free.length;
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < columns; j++) {
      covariance[(free[i] as number) * p + (free[j] as number)] =
        scatter * (inverse[i * columns + j] as number);
    }
  }
  const shelves = [data.lowerShelf, data.upperShelf];
  for (const [which, shelf] of shelves.entries()) {
    if (shelf.fixedAt === null || shelf.standardUncertainty === 0) continue;
    const at = p - 2 + which;
    const effect = new Float64Array(p);
    effect[at] = 1;
    const projected = new Float64Array(columns);
    for (let k = 0; k < columns; k++) {
      for (let row = 0; row < data.values.length; row++) {
        projected[k] =
          (projected[k] as number) + (own[row * columns + k] as number) * (jacobian[row * p + at] as number);
      }
    }
    for (let i = 0; i < columns; i++) {
      let change = 0;
      for (let k = 0; k < columns; k++) {
        change -= (inverse[i * columns + k] as number) * (projected[k] as number);
      }
      effect[free[i] as number] = change;
    }
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) {
        covariance[i * p + j] =
          (covariance[i * p + j] as number) +
          (effect[i] as number) * (effect[j] as number) * shelf.standardUncertainty ** 2;
      }
    }
  }
  return covariance;
}
