import { packedDimension } from './packed-matrix.ts';

/** Cholesky factor L of a positive definite packed matrix A = L·Lᵀ, row by row (both inner operands contiguous).
 * @param matrix - packed lower triangle by rows
 * @returns packed lower triangle of L
 * @throws RangeError when the matrix is not positive definite
 * @source Golub & Van Loan, Matrix Computations, 4th ed., section 4.2
 */
export function choleskyFactor(matrix: Float64Array): Float64Array {
  const dimension = packedDimension(matrix.length);
  const factor = new Float64Array(matrix.length);
  let row = 0;
  for (let i = 0; i < dimension; i++) {
    let other = 0;
    for (let j = 0; j <= i; j++) {
      const sum = matrix[row + j] - dotOfRows(factor, row, factor, other, j);
      if (j < i) {
        factor[row + j] = sum / factor[other + j];
      } else {
        if (!(sum > 0)) {
          throw new RangeError(
            `matrix is not positive definite (pivot ${i} is ${sum}); raise the prior precision or take away fewer labels`,
          );
        }
        factor[row + i] = Math.sqrt(sum);
      }
      other += j + 1;
    }
    row += i + 1;
  }
  return factor;
}

/** Turns the factor of A into the factor of A + w·v·vᵀ by d plane rotations: d² multiply-adds where a new factorisation takes d³/6.
 * @param factor - packed lower triangle by rows, changed
 * @param vector - v, length d, unchanged
 * @param weight - w ≥ 0: adding can never make the matrix indefinite, taking away could
 * @throws RangeError for a negative weight
 * @source Golub & Van Loan, Matrix Computations, 4th ed., section 6.5.4; applied row by row
 */
export function updateFactorInPlace(factor: Float64Array, vector: Float64Array, weight: number): void {
  if (!(weight >= 0)) {
    throw new RangeError(`weight must be at least 0, got ${weight}; factorise anew to take labels away`);
  }
  const scale = Math.sqrt(weight);
  const dimension = vector.length;
  const cosines = new Float64Array(dimension);
  const sines = new Float64Array(dimension);
  let row = 0;
  for (let i = 0; i < dimension; i++) {
    let rest = scale * vector[i];
    for (let k = 0; k < i; k++) {
      const old = factor[row + k];
      factor[row + k] = cosines[k] * old + sines[k] * rest;
      rest = cosines[k] * rest - sines[k] * old;
    }
    const pivot = factor[row + i];
    const length = Math.sqrt(pivot * pivot + rest * rest);
    factor[row + i] = length;
    cosines[i] = pivot / length;
    sines[i] = rest / length;
    row += i + 1;
  }
}

/** Solves L·x = b.
 * @param factor - packed lower triangle by rows
 * @param into - result, may be `right`
 */
export function solveLower(
  factor: Float64Array,
  right: Float64Array,
  into = new Float64Array(right.length),
): Float64Array {
  let row = 0;
  for (let i = 0; i < right.length; i++) {
    into[i] = (right[i] - dotOfRows(factor, row, into, 0, i)) / factor[row + i];
    row += i + 1;
  }
  return into;
}

/** Solves Lᵀ·x = b by columns of Lᵀ, which are rows of L. */
export function solveLowerTransposed(factor: Float64Array, right: Float64Array): Float64Array {
  const solution = Float64Array.from(right);
  for (let i = right.length - 1; i >= 0; i--) {
    const row = (i * (i + 1)) / 2;
    const value = solution[i] / factor[row + i];
    solution[i] = value;
    for (let j = 0; j < i; j++) solution[j] -= factor[row + j] * value;
  }
  return solution;
}

/** Solves A·x = b for A = L·Lᵀ. */
export function solveCholesky(factor: Float64Array, right: Float64Array): Float64Array {
  return solveLowerTransposed(factor, solveLower(factor, right));
}

/** bᵀ·A⁻¹·b for A = L·Lᵀ. */
export function inverseQuadraticForm(factor: Float64Array, vector: Float64Array): number {
  const solved = solveLower(factor, vector);
  let sum = 0;
  for (let i = 0; i < solved.length; i++) sum += solved[i] * solved[i];
  return sum;
}

/** Sum of products of two stretches. Four partial sums: one alone would wait for its own last addition at every step. */
function dotOfRows(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < length; k += 4) {
    first += a[fromA + k] * b[fromB + k];
    second += a[fromA + k + 1] * b[fromB + k + 1];
    third += a[fromA + k + 2] * b[fromB + k + 2];
    fourth += a[fromA + k + 3] * b[fromB + k + 3];
  }
  for (; k < length; k++) first += a[fromA + k] * b[fromB + k];
  return first + second + (third + fourth);
}
