import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyFactor, inverseQuadraticForm, solveCholesky, updateFactorInPlace } from './cholesky.ts';
import {
  addOuterProductInPlace,
  dotProduct,
  multiplySymmetric,
  packedDimension,
  packedLength,
} from './packed-matrix.ts';

/** [[4, 12, −16], [12, 37, −43], [−16, −43, 98]] = L·Lᵀ with L = [[2], [6, 1], [−8, 5, 3]]. */
const MATRIX = Float64Array.of(4, 12, 37, -16, -43, 98);

describe('choleskyFactor', () => {
  it('factors a matrix with a known factor', () => {
    expect([...choleskyFactor(MATRIX)]).toEqual([2, 6, 1, -8, 5, 3]);
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => choleskyFactor(Float64Array.of(1, 2, 1))).toThrow(/not positive definite \(pivot 1/);
  });

  it('solves what multiplication made, for random positive definite matrices', () => {
    const vectors = (d: number) =>
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: d, maxLength: d }), {
        minLength: 1,
        maxLength: 6,
      });
    fc.assert(
      fc.property(
        vectors(5),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }),
        (rows, x) => {
          const matrix = new Float64Array(packedLength(5));
          for (let i = 0, at = 0; i < 5; i++, at += i + 1) matrix[at] = 1;
          for (const row of rows) addOuterProductInPlace(matrix, Float64Array.from(row), 0.5);
          const wanted = Float64Array.from(x);
          const right = multiplySymmetric(matrix, wanted);
          const factor = choleskyFactor(matrix);
          solveCholesky(factor, right).forEach((value, i) => {
            expect(value).toBeCloseTo(wanted[i], 8);
          });
          expect(inverseQuadraticForm(factor, right)).toBeCloseTo(dotProduct(right, wanted), 6);
        },
      ),
    );
  });
});

describe('updateFactorInPlace', () => {
  it('gives the factor of the matrix with an outer product added', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (values, weight) => {
          const vector = Float64Array.from(values);
          const factor = choleskyFactor(MATRIX);
          updateFactorInPlace(factor, vector, weight);
          const sum = Float64Array.from(MATRIX);
          addOuterProductInPlace(sum, vector, weight);
          choleskyFactor(sum).forEach((value, i) => {
            expect(factor[i]).toBeCloseTo(value, 9);
          });
          expect([...vector]).toEqual(values);
        },
      ),
    );
  });

  it('refuses to take away', () => {
    expect(() => updateFactorInPlace(choleskyFactor(MATRIX), Float64Array.of(1, 2, 3), -1)).toThrow(
      /at least 0, got -1/,
    );
  });
});

describe('packed matrices', () => {
  it('know their size', () => {
    expect([packedLength(150), packedDimension(11_325)]).toEqual([11_325, 150]);
    expect(() => packedDimension(7)).toThrow(/7 values/);
  });
});
