import { addOuterProductInPlace, packedLength } from '../matrix/packed-matrix.ts';
import type { FaceProportion, PaintedCell } from './refine-types.ts';

/** Everything the objective needs, θ = (weights, bias), length C + 1. */
export interface RefineProblem {
  readonly cells: readonly PaintedCell[];
  readonly faces: readonly FaceProportion[];
  /** θ₀. */
  readonly centre: Float64Array;
  /** Prior precision of each entry of θ. */
  readonly precision: Float64Array;
  readonly paintedWeight: number;
  /** Share, not points. */
  readonly proportionDeviation: number;
}

/** Value, gradient and positive definite curvature at one θ. */
export interface RefineSlope {
  readonly gradient: Float64Array;
  /** Packed. Exact for prior and painted cells, Gauss–Newton for the proportions. */
  readonly curvature: Float64Array;
}

/** Negative log posterior at θ without its constant, dimensionless.
 *
 * `½Σλ(θ−θ₀)² + w·Σ cross-entropy(cell) + ½Σ(m(face) − label)²/s²`, m the coverage-weighted mean of σ over the face.
 */
export function objectiveAt(problem: RefineProblem, theta: Float64Array): number {
  const { centre, precision, cells, faces, paintedWeight, proportionDeviation } = problem;
  let sum = 0;
  theta.forEach((value, i) => {
    sum += 0.5 * precision[i] * (value - centre[i]) ** 2;
  });
  for (const { features, isShear, offset = 0 } of cells) {
    const score = offset + scoreOf(theta, features, 0);
    sum += paintedWeight * softPlus(isShear ? -score : score);
  }
  for (const face of faces) {
    sum += 0.5 * ((faceMean(theta, face) - face.shearPercent / 100) / proportionDeviation) ** 2;
  }
  return sum;
}

/** Gradient and curvature of {@link objectiveAt}. */
export function slopeAt(problem: RefineProblem, theta: Float64Array): RefineSlope {
  const { centre, precision, cells, faces, paintedWeight, proportionDeviation } = problem;
  const gradient = theta.map((value, i) => precision[i] * (value - centre[i]));
  const curvature = new Float64Array(packedLength(theta.length));
  for (let i = 0, at = 0; i < theta.length; i++, at += i + 1) curvature[at] = precision[i];
  const extended = new Float64Array(theta.length).fill(1);
  for (const { features, isShear, offset = 0 } of cells) {
    extended.set(features);
    const share = logistic(offset + scoreOf(theta, features, 0));
    addScaled(gradient, extended, paintedWeight * (share - (isShear ? 1 : 0)));
    addOuterProductInPlace(curvature, extended, paintedWeight * share * (1 - share));
  }
  for (const face of faces) {
    const pull = meanGradient(theta, face);
    const error = (faceMean(theta, face) - face.shearPercent / 100) / proportionDeviation ** 2;
    addScaled(gradient, pull, error);
    addOuterProductInPlace(curvature, pull, 1 / proportionDeviation ** 2);
  }
  return { gradient, curvature };
}

/** Coverage-weighted mean of the cells' shear, 0 to 1. */
export function faceMean(theta: Float64Array, { features, coverage, offsets }: FaceProportion): number {
  let sum = 0;
  let total = 0;
  coverage.forEach((part, cell) => {
    sum += part * logistic((offsets?.[cell] ?? 0) + scoreOf(theta, features, cell));
    total += part;
  });
  return sum / total;
}

/** ∂m/∂θ of a face: the tangent features of its map, as a share. */
function meanGradient(theta: Float64Array, { features, coverage, offsets }: FaceProportion): Float64Array {
  const channels = theta.length - 1;
  const gradient = new Float64Array(theta.length);
  let total = 0;
  coverage.forEach((part, cell) => {
    const share = logistic((offsets?.[cell] ?? 0) + scoreOf(theta, features, cell));
    const slope = part * share * (1 - share);
    for (let c = 0; c < channels; c++) gradient[c] += slope * features[cell * channels + c];
    gradient[channels] += slope;
    total += part;
  });
  return gradient.map((value) => value / total);
}

function scoreOf(theta: Float64Array, features: Float64Array, cell: number): number {
  const channels = theta.length - 1;
  let score = theta[channels];
  for (let c = 0; c < channels; c++) score += theta[c] * features[cell * channels + c];
  return score;
}

function addScaled(sum: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] += factor * vector[i];
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** log(1 + eˣ) without overflow. */
function softPlus(score: number): number {
  return Math.max(0, score) + Math.log1p(Math.exp(-Math.abs(score)));
}
