import { factorInPlace, solveTriangular } from './triangular-factor.ts';

/** Residuals of a model, and how they change with its parameters. */
export interface LeastSquaresProblem {
  readonly parameterCount: number;
  readonly residualCount: number;
  /** Lowest and highest value of every parameter; a parameter whose two are equal is fixed. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Writes the residuals (model less value, weighted) and, when asked, their Jacobian, row-major, residual × parameter. */
  evaluate(parameters: Float64Array, residuals: Float64Array, jacobian: Float64Array | null): void;
}

/** Where the search ended. */
export interface LeastSquaresSolution {
  readonly parameters: Float64Array;
  /** Sum of the squared residuals. */
  readonly sumOfSquares: number;
  readonly jacobian: Float64Array;
  readonly isConverged: boolean;
  readonly iterations: number;
}

const MOST_ITERATIONS = 1000;
/** The sum of squares does not fall by more than this share: the parameters stand to about eight digits, and to more when
 * measured against their own uncertainty. */
const LEAST_GAIN = 1e-14;
const LEAST_STEP = 1e-10;
const LARGEST_DAMPING = 1e12;

/** Least squares inside a box, by Levenberg's and Marquardt's method with QR steps; a parameter at a bound that wants to leave
 * the box stays there for the step.
 * @param start - inside the box
 * @source Marquardt, J. Soc. Ind. Appl. Math. 11 (1963) 431–441; damping after Nielsen, IMM-REP-1999-05 (DTU); active bounds
 * after Bertsekas, SIAM J. Control Optim. 20 (1982) 221–246
 */
export function minimiseSquares(problem: LeastSquaresProblem, start: Float64Array): LeastSquaresSolution {
  const { parameterCount: p, residualCount: n, lower, upper } = problem;
  const parameters = Float64Array.from(start, (value, i) =>
    clamp(value, lower[i] as number, upper[i] as number),
  );
  const trial = new Float64Array(p);
  const residuals = new Float64Array(n);
  const trialResiduals = new Float64Array(n);
  const jacobian = new Float64Array(n * p);
  const step = new Float64Array(p);
  const workspace = createWorkspace(n, p);
  problem.evaluate(parameters, residuals, jacobian);
  let cost = squares(residuals);
  let damping = 1e-3;
  let growth = 2;
  let isConverged = false;
  let iterations = 0;
  let needsJacobian = false;
  while (iterations < MOST_ITERATIONS && Number.isFinite(cost)) {
    iterations++;
    if (needsJacobian) problem.evaluate(parameters, residuals, jacobian);
    needsJacobian = false;
    const predicted = dampedStep(problem, parameters, residuals, jacobian, damping, step, workspace);
    if (predicted <= cost * LEAST_GAIN) {
      isConverged = true;
      break;
    }
    let moved = 0;
    for (let i = 0; i < p; i++) {
      const value = clamp(
        (parameters[i] as number) + (step[i] as number),
        lower[i] as number,
        upper[i] as number,
      );
      moved = Math.max(
        moved,
        Math.abs(value - (parameters[i] as number)) / (1e-3 + Math.abs(parameters[i] as number)),
      );
      trial[i] = value;
    }
    problem.evaluate(trial, trialResiduals, null);
    const trialCost = squares(trialResiduals);
    if (trialCost < cost) {
      const gain = (cost - trialCost) / predicted;
      damping = Math.max(1e-12, damping * Math.max(1 / 3, 1 - (2 * gain - 1) ** 3));
      growth = 2;
      const share = (cost - trialCost) / cost;
      parameters.set(trial);
      residuals.set(trialResiduals);
      cost = trialCost;
      needsJacobian = true;
      if (cost === 0 || (share < LEAST_GAIN * 100 && moved < LEAST_STEP * 100)) {
        isConverged = true;
        break;
      }
    } else {
      if (moved < LEAST_STEP || trialCost === cost) {
        isConverged = true;
        break;
      }
      damping *= growth;
      growth *= 2;
      if (damping > LARGEST_DAMPING) break;
    }
  }
  if (needsJacobian) problem.evaluate(parameters, residuals, jacobian);
  return { parameters, sumOfSquares: cost, jacobian, isConverged, iterations };
}

/** True for parameters that the data may still move: neither fixed nor pressed against a bound.
 * @param gradient - of half the sum of squares
 */
function isFree(
  problem: LeastSquaresProblem,
  parameters: Float64Array,
  i: number,
  gradient: number,
): boolean {
  const [low, high, value] = [
    problem.lower[i] as number,
    problem.upper[i] as number,
    parameters[i] as number,
  ];
  if (low === high) return false;
  return !((value <= low && gradient > 0) || (value >= high && gradient < 0));
}

interface Workspace {
  readonly matrix: Float64Array;
  readonly right: Float64Array;
  readonly solution: Float64Array;
  readonly free: Int32Array;
  readonly scale: Float64Array;
}

function createWorkspace(n: number, p: number): Workspace {
  return {
    matrix: new Float64Array((n + p) * p),
    right: new Float64Array(n + p),
    solution: new Float64Array(p),
    free: new Int32Array(p),
    scale: new Float64Array(p),
  };
}

/** Solves the damped linear problem for the free parameters.
 * @returns how much the linear model says the sum of squares falls
 */
function dampedStep(
  problem: LeastSquaresProblem,
  parameters: Float64Array,
  residuals: Float64Array,
  jacobian: Float64Array,
  damping: number,
  step: Float64Array,
  { matrix, right, solution, free, scale }: Workspace,
): number {
  const { parameterCount: p, residualCount: n } = problem;
  let count = 0;
  for (let i = 0; i < p; i++) {
    let gradient = 0;
    let norm = 0;
    for (let row = 0; row < n; row++) {
      const slope = jacobian[row * p + i] as number;
      gradient += slope * (residuals[row] as number);
      norm += slope * slope;
    }
    step[i] = 0;
    if (norm > 0 && isFree(problem, parameters, i, gradient)) {
      scale[count] = Math.sqrt(norm);
      free[count++] = i;
    }
  }
  if (count === 0) return 0;
  const rows = n + count;
  matrix.fill(0, 0, rows * count);
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < count; k++) {
      matrix[row * count + k] = (jacobian[row * p + (free[k] as number)] as number) / (scale[k] as number);
    }
    right[row] = -(residuals[row] as number);
  }
  const root = Math.sqrt(damping);
  for (let k = 0; k < count; k++) {
    matrix[(n + k) * count + k] = root;
    right[n + k] = 0;
  }
  factorInPlace(matrix, right, rows, count);
  if (!solveTriangular(matrix, right, count, solution)) return 0;
  let predicted = 0;
  for (let k = 0; k < count; k++) {
    const i = free[k] as number;
    step[i] = (solution[k] as number) / (scale[k] as number);
  }
  for (let row = 0; row < n; row++) {
    let change = 0;
    for (let k = 0; k < count; k++) {
      const i = free[k] as number;
      change += (jacobian[row * p + i] as number) * (step[i] as number);
    }
    predicted -= change * (2 * (residuals[row] as number) + change);
  }
  return predicted;
}

function squares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) ** 2;
  return sum;
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
