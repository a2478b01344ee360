/** Seeded random numbers; every drawing of parameters in this package goes through one of these. */
export interface Generator {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Log-uniform in [low, high); both positive. */
  logBetween(low: number, high: number): number;
  /** Standard normal, by Box and Muller. */
  normal(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Integer in [low, high]. */
  integer(low: number, high: number): number;
  /** One of the given values, each as likely. */
  pick<T>(values: readonly T[]): T;
  /** One of the given values, by weight. */
  pickWeighted<T>(pairs: readonly (readonly [T, number])[]): T;
}

/** Mixes two 32-bit integers into one well distributed unsigned 32-bit integer (the finaliser of MurmurHash3). */
export function mixSeeds(first: number, second: number): number {
  let hash = (first | 0) ^ Math.imul(second | 0, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Generator xoshiro128** started from an integer seed; the same seed gives the same sequence on every machine.
 * @param seed - any integer; only its low 32 bits count
 * @source D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021), 10.1145/3460772
 */
export function createGenerator(seed: number): Generator {
  let a = mixSeeds(seed, 1);
  let b = mixSeeds(seed, 2);
  let c = mixSeeds(seed, 3);
  let d = mixSeeds(seed, 4) | 1;
  const nextInteger = (): number => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  const next = (): number => nextInteger() / 4294967296;
  const between = (low: number, high: number): number => low + (high - low) * next();
  return {
    next,
    between,
    logBetween: (low, high) => Math.exp(between(Math.log(low), Math.log(high))),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    chance: (probability) => next() < probability,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (values) => values[Math.floor(next() * values.length)]!,
    pickWeighted: (pairs) => {
      let total = 0;
      for (const [, weight] of pairs) total += weight;
      let rest = next() * total;
      for (const [value, weight] of pairs) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return pairs[pairs.length - 1]![0];
    },
  };
}
