/** Spreads texts evenly over 32 bits; names and splits, never secrets.
 * @source Fowler, Noll, Vo: FNV-1a, 32 bits; then the finaliser of MurmurHash3, whose low bits are well mixed
 */
export function hashText(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
