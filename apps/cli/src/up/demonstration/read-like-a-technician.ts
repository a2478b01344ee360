import { createHash } from 'node:crypto';

/** Standard deviation of one trained reader in the middle of the scale, points; readings near 0 and 100 are surer. */
const MIDDLE_DEVIATION = 3.5;
const EDGE_DEVIATION = 1;

/** What a technician would read: the truth with a reader's noise, on a scale of whole percents.
 * @param truth - percent shear, 0 to 100
 * @param specimen - seeds the noise: the same specimen is always read alike
 * @returns 0 to 100
 */
export function readLikeATechnician(truth: number, specimen: string): number {
  const middle = (truth * (100 - truth)) / 2500;
  const deviation = EDGE_DEVIATION + (MIDDLE_DEVIATION - EDGE_DEVIATION) * middle;
  const reading = truth + deviation * standardNormal(specimen);
  return Math.min(100, Math.max(0, Math.round(reading)));
}

/** Box–Muller from a hash of the text. */
function standardNormal(text: string): number {
  const digest = createHash('sha256').update(text).digest();
  const first = (digest.readUInt32BE(0) + 1) / 2 ** 32;
  const second = digest.readUInt32BE(4) / 2 ** 32;
  return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
}
