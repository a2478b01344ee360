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
      let sum = matrix[row + j];
      for (let k = 0; k < j; k++) sum -= factor[row + k] * factor[other + k];
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
    let sum = right[i];
    for (let j = 0; j < i; j++) sum -= factor[row + j] * into[j];
    into[i] = sum / factor[row + i];
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
