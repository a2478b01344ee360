import { type GreyLevels, OUTSIDE } from './grey-levels.ts';

/** Symmetric, normalised grey-level co-occurrence matrix at one offset; pairs that leave the face do not count.
 * @returns `levels` x `levels`, row-major, sums to 1 (all 0 without any pair)
 * @source R. M. Haralick, K. Shanmugam, I. Dinstein, IEEE Trans. SMC-3 (1973) 610–621 */
export function coOccurrence(image: GreyLevels, dx: number, dy: number): Float64Array {
  const { width, height, data, levels } = image;
  const matrix = new Float64Array(levels * levels);
  let pairs = 0;
  for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
    for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
      const a = data[y * width + x];
      const b = data[(y + dy) * width + x + dx];
      if (a === OUTSIDE || b === OUTSIDE) continue;
      matrix[a * levels + b] += 1;
      matrix[b * levels + a] += 1;
      pairs += 2;
    }
  }
  return pairs === 0 ? matrix : matrix.map((value) => value / pairs);
}

/** Five of Haralick's measures: contrast, homogeneity, energy, correlation, entropy. Energy is the root of the angular second moment,
 * entropy is in bits, and the correlation of a flat picture is 1. */
export function haralickMeasures(matrix: Float64Array): number[] {
  const levels = Math.sqrt(matrix.length);
  let [contrast, homogeneity, squares, entropy, mean] = [0, 0, 0, 0, 0];
  for (let i = 0; i < levels; i++) for (let j = 0; j < levels; j++) mean += i * matrix[i * levels + j];
  let variance = 0;
  let covariance = 0;
  for (let i = 0; i < levels; i++) {
    for (let j = 0; j < levels; j++) {
      const p = matrix[i * levels + j];
      if (p === 0) continue;
      contrast += p * (i - j) ** 2;
      homogeneity += p / (1 + (i - j) ** 2);
      squares += p * p;
      entropy -= p * Math.log2(p);
      variance += p * (i - mean) ** 2;
      covariance += p * (i - mean) * (j - mean);
    }
  }
  const correlation = variance > 0 ? covariance / variance : 1;
  return [contrast, homogeneity, Math.sqrt(squares), correlation, entropy];
}
