import { choleskyFactor, solveCholesky } from '../matrix/cholesky.ts';
import { dotProduct } from '../matrix/packed-matrix.ts';
import { checkRefineInput } from './check-refine-input.ts';
import type { RefineProblem } from './refine-objective.ts';
import { objectiveAt, slopeAt } from './refine-objective.ts';
import type { FaceProportion, PaintedCell, RefinedLayer, RefinePrior } from './refine-types.ts';

const MAXIMUM_STEPS = 100;
/** Newton decrement ½gᵀH⁻¹g below which nothing is left to gain; the objective is a log probability. */
const TOLERANCE = 1e-10;
/** Armijo's constant: a step must gain this part of what its slope promises. */
const SUFFICIENT_DECREASE = 1e-4;
const MAXIMUM_HALVINGS = 40;

/** Most probable last layer of the surface network from painted cells and percent labels together.
 *
 * Painted cells teach by logistic regression, faces by the mean of their cells (learning from label proportions), both on
 * top of a Gaussian prior around the layer as it is. A shelf specimen is a face of 0 or 100 %. Damped Newton steps with a
 * Gauss–Newton curvature, which is positive definite whatever the labels; backtracking makes the objective fall at every
 * step. With faces the objective need not be convex: the result is the stationary point reached from the prior's layer.
 * @param cells - cells painted shear or cleavage; may be empty
 * @param proportions - faces with a percent label; may be empty
 * @returns same input, same bits
 * @throws RangeError for a wrong length, a value that is not finite, a label outside 0–100 or a deviation that is not positive
 * @source logistic MAP: Bishop (2006), section 4.5.1; proportions: Quadrianto, Smola, Caetano & Le, JMLR 10 (2009) 2349–2374,
 * deviates: means are matched face by face by least squares; line search: Nocedal & Wright, Numerical Optimization (2006),
 * algorithm 3.1
 */
export function refineLastLayer(
  cells: readonly PaintedCell[],
  proportions: readonly FaceProportion[],
  prior: RefinePrior,
): RefinedLayer {
  checkRefineInput(cells, proportions, prior);
  const problem = problemOf(cells, proportions, prior);
  let theta = problem.centre;
  const objective = [objectiveAt(problem, theta)];
  let hasConverged = false;
  for (let step = 0; step < MAXIMUM_STEPS && !hasConverged; step++) {
    const { gradient, curvature } = slopeAt(problem, theta);
    const direction = solveCholesky(choleskyFactor(curvature), gradient).map((value) => -value);
    const slope = dotProduct(gradient, direction);
    if (-0.5 * slope < TOLERANCE) {
      hasConverged = true;
      break;
    }
    const next = searchLine(problem, theta, direction, slope, objective.at(-1)!);
    // Rounding hides any further fall.
    if (next === null) break;
    theta = next.theta;
    objective.push(next.value);
  }
  const channels = theta.length - 1;
  return { layer: { weights: theta.slice(0, channels), bias: theta[channels] }, objective, hasConverged };
}

function problemOf(
  cells: readonly PaintedCell[],
  faces: readonly FaceProportion[],
  prior: RefinePrior,
): RefineProblem {
  const { layer, weightDeviation, biasDeviation, proportionDeviation = 5, paintedWeight = 0.1 } = prior;
  const centre = Float64Array.from([...layer.weights, layer.bias]);
  const precision = new Float64Array(centre.length).fill(1 / weightDeviation ** 2);
  precision[centre.length - 1] = 1 / biasDeviation ** 2;
  return { cells, faces, centre, precision, paintedWeight, proportionDeviation: proportionDeviation / 100 };
}

function searchLine(
  problem: RefineProblem,
  theta: Float64Array,
  direction: Float64Array,
  slope: number,
  before: number,
): { readonly theta: Float64Array; readonly value: number } | null {
  let length = 1;
  for (let halving = 0; halving < MAXIMUM_HALVINGS; halving++) {
    const tried = theta.map((value, i) => value + length * direction[i]);
    const value = objectiveAt(problem, tried);
    if (value < before && value <= before + SUFFICIENT_DECREASE * length * slope) {
      return { theta: tried, value };
    }
    length /= 2;
  }
  return null;
}
