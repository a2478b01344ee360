import type { AcceptanceModel } from './acceptance-model.ts';
import { acceptanceScore, DEFAULT_ACCEPTANCE, standardiseAcceptance } from './acceptance-model.ts';

/** A candidate with the truth about it. */
export interface AcceptanceSample {
  readonly features: ArrayLike<number>;
  /** True when the candidate's outline really is a fracture face (say, overlap with the truth above one half). */
  readonly isFace: boolean;
}

export interface FitAcceptanceOptions {
  /** Pull towards `DEFAULT_ACCEPTANCE`, in units of one sample. @default 4 */
  readonly ridge?: number;
}

const STEPS = 60;
/** The bias is free but for this much, which keeps it finite when the classes are apart. */
const BIAS_RIDGE = 0.05;

/** Fits the acceptance decision: logistic regression with both classes weighing alike, pulled towards the default
 * decision (a good locator leaves few false candidates to learn from, and none of the kinds not rendered).
 * @throws RangeError when one class is missing
 * @source logistic regression by Newton steps: C. M. Bishop, Pattern Recognition and Machine Learning, section 4.3.3 */
export function fitAcceptance(
  samples: readonly AcceptanceSample[],
  options: FitAcceptanceOptions = {},
): AcceptanceModel {
  const ridge = options.ridge ?? 4;
  const faces = samples.filter((sample) => sample.isFace).length;
  if (faces === 0 || faces === samples.length) {
    throw new RangeError(`acceptance needs faces and non-faces, got ${faces} of ${samples.length}`);
  }
  const start = DEFAULT_ACCEPTANCE;
  const rows = samples.map((sample) => [1, ...standardiseAcceptance(start, sample.features)]);
  const classWeight = (isFace: boolean): number =>
    samples.length / (2 * (isFace ? faces : samples.length - faces));
  const prior = [start.bias, ...start.weights];
  let solution = prior;
  for (let step = 0; step < STEPS; step += 1) {
    solution = newtonStep(rows, samples, solution, prior, classWeight, ridge);
  }
  const model: AcceptanceModel = { ...start, weights: solution.slice(1), bias: solution[0], threshold: 0.5 };
  return { ...model, threshold: chooseThreshold(model, samples) };
}

/** One damped Newton step of the penalised likelihood; the step is bounded so that separable classes stay finite. */
function newtonStep(
  rows: readonly number[][],
  samples: readonly AcceptanceSample[],
  current: readonly number[],
  prior: readonly number[],
  classWeight: (isFace: boolean) => number,
  ridge: number,
): number[] {
  const size = current.length;
  const pull = (i: number): number => (i === 0 ? BIAS_RIDGE : ridge);
  const hessian = current.map((_, i) => current.map((__, j) => (i === j ? pull(i) : 0)));
  const gradient = current.map((value, i) => pull(i) * (prior[i] - value));
  rows.forEach((row, n) => {
    let z = 0;
    for (let i = 0; i < size; i += 1) z += current[i] * row[i];
    const p = 1 / (1 + Math.exp(-z));
    const weight = classWeight(samples[n].isFace);
    const error = weight * ((samples[n].isFace ? 1 : 0) - p);
    const curvature = weight * Math.max(1e-4, p * (1 - p));
    for (let i = 0; i < size; i += 1) {
      gradient[i] += error * row[i];
      for (let j = 0; j < size; j += 1) hessian[i][j] += curvature * row[i] * row[j];
    }
  });
  const step = solve(hessian, gradient);
  const longest = Math.max(...step.map(Math.abs));
  const damping = longest > 1 ? 1 / longest : 1;
  return current.map((value, i) => value + damping * step[i]);
}

/** Gaussian elimination with partial pivoting; destroys its arguments. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) pivot = row;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot], matrix[column]];
    [right[column], right[pivot]] = [right[pivot], right[column]];
    for (let row = column + 1; row < size; row += 1) {
      const factor = matrix[row][column] / matrix[column][column];
      for (let k = column; k < size; k += 1) matrix[row][k] -= factor * matrix[column][k];
      right[row] -= factor * right[column];
    }
  }
  const out = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row];
    for (let k = row + 1; k < size; k += 1) sum -= matrix[row][k] * out[k];
    out[row] = sum / matrix[row][row];
  }
  return out;
}

/** The threshold with the least sum of the shares of faces missed and of others let in; of equals the one nearest to one
 * half; always within 0.3 to 0.7, because the samples never show all that cameras will. */
function chooseThreshold(model: AcceptanceModel, samples: readonly AcceptanceSample[]): number {
  const scored = samples.map(({ features, isFace }) => ({ score: acceptanceScore(model, features), isFace }));
  const faces = scored.filter(({ isFace }) => isFace).length;
  let best = 0.5;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let step = -40; step <= 40; step += 1) {
    const threshold = 0.5 + step * 0.005;
    let missed = 0;
    let admitted = 0;
    for (const { score, isFace } of scored) {
      if (isFace && score < threshold) missed += 1;
      if (!isFace && score >= threshold) admitted += 1;
    }
    const cost = missed / faces + admitted / (scored.length - faces) + 0.02 * Math.abs(threshold - 0.5);
    if (cost < bestCost) {
      bestCost = cost;
      best = threshold;
    }
  }
  return best;
}
