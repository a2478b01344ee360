import { createRandom } from '@mlmcsc/learning/network';

/** A copy in random order (Fisher–Yates); the same seed gives the same order. */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}
