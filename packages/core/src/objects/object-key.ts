/** Key of the object that holds the bytes with this digest.
 * @param sha256 - 64 lower-case hexadecimal digits
 * @throws RangeError
 */
export function objectKeyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new RangeError('sha256 must be 64 lower-case hexadecimal digits');
  }
  return `sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
