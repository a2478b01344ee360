import type { SeededRandom } from '../network/seeded-random.ts';
import { requireVectors } from './require-vectors.ts';

/** Fewer have too few permutations that differ. */
const leastVectors = 10;

/** Whether two sets of descriptor vectors come from one population. */
export interface EnergyTest {
  /** Squared energy distance of the standardised vectors, 0 for the same distribution. */
  readonly distance: number;
  /** Share of permutations at least as far apart, this one counted: never 0. */
  readonly pValue: number;
}

export interface EnergyTestOptions {
  readonly random: SeededRandom;
  /** @default 999 */
  readonly permutations?: number;
}

/** Energy distance 2 E|x − y| − E|x − x′| − E|y − y′| between reference and recent vectors, judged by permutation: exact for any
 * distribution as long as pictures can be exchanged. It is the maximum mean discrepancy of the kernel −|x − y| and needs no width.
 * @param reference - vectors of one length, at least 10   @param recent - the same, at least 10
 * @throws ParameterRangeError for fewer vectors, another length, or a value that is not finite
 * @source Székely & Rizzo, Journal of Statistical Planning and Inference 143 (2013) 1249–1272, doi:10.1016/j.jspi.2013.03.018;
 * Sejdinovic et al., Annals of Statistics 41 (2013) 2263–2291, doi:10.1214/13-AOS1140
 */
export function energyTest(
  reference: readonly Float64Array[],
  recent: readonly Float64Array[],
  { random, permutations = 999 }: EnergyTestOptions,
): EnergyTest {
  const length = reference[0]?.length ?? 0;
  requireVectors('reference', reference, leastVectors, length);
  requireVectors('recent', recent, leastVectors, length);
  const pooled = standardised([...reference, ...recent]);
  const apart = distances(pooled);
  const isRecent = pooled.map((_, i) => i >= reference.length);
  const distance = energyDistance(apart, isRecent);
  let asFar = 1;
  for (let i = 0; i < permutations; i++) {
    shuffleInPlace(isRecent, random);
    if (energyDistance(apart, isRecent) >= distance) asFar++;
  }
  return { distance, pValue: asFar / (permutations + 1) };
}

/** By mean and deviation of both sets together, which no permutation changes. */
function standardised(vectors: readonly Float64Array[]): Float64Array[] {
  const scales = Array.from(vectors[0], (_, j) => {
    const centre = vectors.reduce((sum, vector) => sum + vector[j], 0) / vectors.length;
    const power = vectors.reduce((sum, vector) => sum + (vector[j] - centre) ** 2, 0) / vectors.length;
    return power > 0 ? 1 / Math.sqrt(power) : 0;
  });
  return vectors.map((vector) => vector.map((value, j) => value * scales[j]));
}

function distances(vectors: readonly Float64Array[]): Float64Array[] {
  return vectors.map((one) =>
    Float64Array.from(vectors, (other) =>
      Math.sqrt(one.reduce((sum, value, j) => sum + (value - other[j]) ** 2, 0)),
    ),
  );
}

function energyDistance(apart: readonly Float64Array[], isRecent: readonly boolean[]): number {
  const sums = [0, 0, 0];
  for (let i = 0; i < apart.length; i++) {
    for (let j = 0; j < i; j++) sums[Number(isRecent[i]) + Number(isRecent[j])] += apart[i][j];
  }
  const after = isRecent.filter(Boolean).length;
  const before = isRecent.length - after;
  const [within, between, withinRecent] = sums;
  return (2 * between) / (before * after) - (2 * within) / before ** 2 - (2 * withinRecent) / after ** 2;
}

function shuffleInPlace(flags: boolean[], random: SeededRandom): void {
  for (let i = flags.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [flags[i], flags[j]] = [flags[j], flags[i]];
  }
}
