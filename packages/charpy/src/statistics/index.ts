export {
  chiSquareCdf,
  chiSquareQuantile,
  fisherCdf,
  fisherQuantile,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from './distributions.ts';
export type { LeastSquaresProblem, LeastSquaresSolution } from './levenberg-marquardt.ts';
export { minimiseSquares } from './levenberg-marquardt.ts';
export type { RunsTest } from './runs-test.ts';
export { runsTest } from './runs-test.ts';
export type { SeededRandom } from './seeded-random.ts';
export { createSeededRandom } from './seeded-random.ts';
export type { ShapiroWilk } from './shapiro-wilk.ts';
export { shapiroWilk } from './shapiro-wilk.ts';
export { mean, median, robustDeviation, sortedQuantile, standardDeviation, variance } from './summaries.ts';
export { inverseGram } from './triangular-factor.ts';
