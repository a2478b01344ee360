/** Symmetric and lower-triangular matrices packed by rows: element (i, j), j ≤ i, stands at i·(i+1)/2 + j. */

/** Number of stored values of a d × d matrix. */
export function packedLength(dimension: number): number {
  return (dimension * (dimension + 1)) / 2;
}

/** Dimension of a packed matrix.
 * @throws RangeError when no dimension has that length
 */
export function packedDimension(length: number): number {
  const dimension = Math.round((Math.sqrt(8 * length + 1) - 1) / 2);
  if (packedLength(dimension) !== length) {
    throw new RangeError(`a packed matrix cannot hold ${length} values; d·(d+1)/2 is needed`);
  }
  return dimension;
}

/** Adds weight · v vᵀ to a packed symmetric matrix; a negative weight takes it away again. */
export function addOuterProductInPlace(matrix: Float64Array, vector: Float64Array, weight: number): void {
  let at = 0;
  for (let i = 0; i < vector.length; i++) {
    const scaled = weight * vector[i];
    for (let j = 0; j <= i; j++) matrix[at++] += scaled * vector[j];
  }
}

/** Packed symmetric matrix times vector. */
export function multiplySymmetric(matrix: Float64Array, vector: Float64Array): Float64Array {
  const product = new Float64Array(vector.length);
  let at = 0;
  for (let i = 0; i < vector.length; i++) {
    let sum = 0;
    for (let j = 0; j < i; j++) {
      const value = matrix[at++];
      sum += value * vector[j];
      product[j] += value * vector[i];
    }
    product[i] += sum + matrix[at++] * vector[i];
  }
  return product;
}

/** Sum of products of two vectors of the same length. */
export function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Sum of two arrays of the same length, element by element. */
export function addArrays(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) sum[i] = a[i] + b[i];
  return sum;
}
