/** Turns A into R of A = Q·R (upper triangle in the first rows) and b into Qᵀ·b, by Householder reflections: least squares
 * without squaring the condition number of A.
 * @param a - row-major, `rows` × `columns`, rows ≥ columns; overwritten
 * @param b - `rows` entries; overwritten
 * @source Golub & Van Loan, Matrix Computations, 4th ed. (2013), algorithm 5.2.1
 */
export function factorInPlace(a: Float64Array, b: Float64Array, rows: number, columns: number): void {
  for (let column = 0; column < columns; column++) {
    let norm = 0;
    for (let row = column; row < rows; row++) norm += (a[row * columns + column] as number) ** 2;
    if (norm === 0) continue;
    const diagonal = a[column * columns + column] as number;
    const alpha = diagonal > 0 ? -Math.sqrt(norm) : Math.sqrt(norm);
    const beta = norm - alpha * diagonal;
    a[column * columns + column] = diagonal - alpha;
    for (let other = column + 1; other < columns; other++) {
      let dot = 0;
      for (let row = column; row < rows; row++) {
        dot += (a[row * columns + column] as number) * (a[row * columns + other] as number);
      }
      const factor = dot / beta;
      for (let row = column; row < rows; row++) {
        const at = row * columns + other;
        a[at] = (a[at] as number) - factor * (a[row * columns + column] as number);
      }
    }
    let dot = 0;
    for (let row = column; row < rows; row++)
      dot += (a[row * columns + column] as number) * (b[row] as number);
    const factor = dot / beta;
    for (let row = column; row < rows; row++) {
      b[row] = (b[row] as number) - factor * (a[row * columns + column] as number);
    }
    a[column * columns + column] = alpha;
    for (let row = column + 1; row < rows; row++) a[row * columns + column] = 0;
  }
}

/** Solves R·x = c. @returns false when R is singular */
export function solveTriangular(r: Float64Array, c: Float64Array, columns: number, x: Float64Array): boolean {
  for (let row = columns - 1; row >= 0; row--) {
    let sum = c[row] as number;
    for (let column = row + 1; column < columns; column++) {
      sum -= (r[row * columns + column] as number) * (x[column] as number);
    }
    const diagonal = r[row * columns + row] as number;
    if (diagonal === 0) return false;
    x[row] = sum / diagonal;
  }
  return true;
}

/** (AᵀA)⁻¹ by way of R⁻¹, with the condition number of A after its columns were scaled to one length.
 * @param a - row-major, `rows` × `columns`; not changed
 * @returns null when A has not full rank
 */
export function inverseGram(
  a: Float64Array,
  rows: number,
  columns: number,
): { readonly inverse: Float64Array; readonly condition: number } | null {
  if (rows < columns) return null;
  const scale = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    let norm = 0;
    for (let row = 0; row < rows; row++) norm += (a[row * columns + column] as number) ** 2;
    scale[column] = Math.sqrt(norm);
    if (!(norm > 0)) return null;
  }
  const scaled = new Float64Array(rows * columns);
  for (let at = 0; at < scaled.length; at++) {
    scaled[at] = (a[at] as number) / (scale[at % columns] as number);
  }
  factorInPlace(scaled, new Float64Array(rows), rows, columns);
  const inverseR = new Float64Array(columns * columns);
  const unit = new Float64Array(columns);
  const x = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    unit.fill(0);
    unit[column] = 1;
    if (!solveTriangular(scaled, unit, columns, x)) return null;
    for (let row = 0; row < columns; row++) inverseR[row * columns + column] = x[row] as number;
  }
  const inverse = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = Math.max(i, j); k < columns; k++) {
        sum += (inverseR[i * columns + k] as number) * (inverseR[j * columns + k] as number);
      }
      inverse[i * columns + j] = sum / ((scale[i] as number) * (scale[j] as number));
    }
  }
  const condition = frobenius(scaled, columns * columns) * frobenius(inverseR, columns * columns);
  return Number.isFinite(condition) ? { inverse, condition } : null;
}

function frobenius(matrix: Float64Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (matrix[at] as number) ** 2;
  return Math.sqrt(sum);
}
