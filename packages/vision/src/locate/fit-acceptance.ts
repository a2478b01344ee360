import type { AcceptanceModel } from './acceptance-model.ts';
import { ACCEPTANCE_FEATURE_NAMES, ACCEPTANCE_VERSION, acceptanceScore } from './acceptance-model.ts';

/** A candidate with the truth about it. */
export interface AcceptanceSample {
  readonly features: ArrayLike<number>;
  /** True when the candidate's outline really is a fracture face (say, overlap with the truth above one half). */
  readonly isFace: boolean;
}

export interface FitAcceptanceOptions {
  /** Ridge on the standardised weights, in units of one sample. @default 1 */
  readonly ridge?: number;
  /** Share of false candidates that the threshold may let through, 0 to 1. @default 0.01 */
  readonly falseAcceptance?: number;
}

const STEPS = 60;

/** Fits the acceptance decision: ridge logistic regression with both classes weighing alike, and a threshold at the
 * wanted false acceptance, never below one half of the way that the weakest 1 % of true faces leaves.
 * @throws RangeError when one class is missing
 * @source logistic regression by Newton steps: C. M. Bishop, Pattern Recognition and Machine Learning, section 4.3.3 */
export function fitAcceptance(
  samples: readonly AcceptanceSample[],
  options: FitAcceptanceOptions = {},
): AcceptanceModel {
  const ridge = options.ridge ?? 1;
  const faces = samples.filter((sample) => sample.isFace).length;
  if (faces === 0 || faces === samples.length) {
    throw new RangeError(`acceptance needs faces and non-faces, got ${faces} of ${samples.length}`);
  }
  const { centre, scale } = standardisation(samples);
  const rows = samples.map((sample) => [
    1,
    ...centre.map((middle, i) => Math.max(-12, Math.min(12, (sample.features[i] - middle) / scale[i]))),
  ]);
  const classWeight = (isFace: boolean): number =>
    samples.length / (2 * (isFace ? faces : samples.length - faces));
  let solution = new Array<number>(centre.length + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    solution = newtonStep(rows, samples, solution, classWeight, ridge);
  }
  const model: AcceptanceModel = {
    version: ACCEPTANCE_VERSION,
    centre,
    scale,
    weights: solution.slice(1),
    bias: solution[0],
    threshold: 0.5,
  };
  return { ...model, threshold: chooseThreshold(model, samples, options.falseAcceptance ?? 0.01) };
}

function standardisation(samples: readonly AcceptanceSample[]): { centre: number[]; scale: number[] } {
  const centre: number[] = [];
  const scale: number[] = [];
  for (let i = 0; i < ACCEPTANCE_FEATURE_NAMES.length; i += 1) {
    let sum = 0;
    let square = 0;
    for (const { features } of samples) {
      sum += features[i];
      square += features[i] * features[i];
    }
    const mean = sum / samples.length;
    centre.push(mean);
    scale.push(Math.sqrt(Math.max(1e-6, square / samples.length - mean * mean)));
  }
  return { centre, scale };
}

/** One damped Newton step of the penalised likelihood; the step is bounded so that separable classes stay finite. */
function newtonStep(
  rows: readonly number[][],
  samples: readonly AcceptanceSample[],
  current: readonly number[],
  classWeight: (isFace: boolean) => number,
  ridge: number,
): number[] {
  const size = current.length;
  const hessian = current.map((_, i) => current.map((__, j) => (i === j ? (i === 0 ? 1e-3 : ridge) : 0)));
  const gradient = current.map((value, i) => (i === 0 ? 0 : -ridge * value));
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

/** Between the wanted quantile of the false and the weakest percent of the true candidates: the middle where they are
 * apart, the false acceptance wanted where they overlap; kept within 0.05 to 0.95. */
function chooseThreshold(
  model: AcceptanceModel,
  samples: readonly AcceptanceSample[],
  falseAcceptance: number,
): number {
  const scores = (isFace: boolean): number[] =>
    samples
      .filter((sample) => sample.isFace === isFace)
      .map((sample) => acceptanceScore(model, sample.features))
      .sort((a, b) => a - b);
  const wrong = scores(false);
  const right = scores(true);
  const highestWrong = wrong[Math.min(wrong.length - 1, Math.floor((1 - falseAcceptance) * wrong.length))];
  const lowestRight = right[Math.floor(0.01 * right.length)];
  const logit = (p: number): number => Math.log(p / (1 - p));
  const clip = (p: number): number => Math.min(1 - 1e-6, Math.max(1e-6, p));
  const level =
    highestWrong < lowestRight
      ? 1 / (1 + Math.exp(-(logit(clip(highestWrong)) + logit(clip(lowestRight))) / 2))
      : highestWrong;
  return Math.min(0.95, Math.max(0.05, level));
}
