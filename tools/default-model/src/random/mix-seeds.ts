/** One well distributed unsigned 32-bit integer from several; the order counts.
 * @source finaliser of A. Appleby's MurmurHash3 (public domain) */
export function mixSeeds(...parts: readonly number[]): number {
  let hash = 0x2545f491;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}
