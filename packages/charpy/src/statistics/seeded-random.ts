/** Seeded random numbers; the same seed gives the same sequence on every machine. */
export interface SeededRandom {
  /** Uniform, 0 ≤ x < 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Whole number, 0 ≤ n < `count`. */
  below(count: number): number;
}

/** @param seed - any whole number; its lowest 32 bits count
 * @source SFC32 of C. Doty-Humphrey's PractRand, the seed spread by 20 idle rounds; normal numbers by Box and Muller, Ann. Math.
 * Statist. 29 (1958) 610–611, both of a pair
 */
export function createSeededRandom(seed: number): SeededRandom {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  let spare: number | null = null;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 20; round++) next();
  const uniform = (): number => next() / 2 ** 32;
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal, below: (count) => Math.floor(uniform() * count) };
}
