/** Formats that are read. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/tiff' | 'image/webp' | 'image/bmp';

/** Tells the format by the first bytes, never by a name; null for anything that is not read here. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const starts = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x49, 0x49, 0x2a, 0x00) || starts(0x4d, 0x4d, 0x00, 0x2a)) return 'image/tiff';
  if (starts(0x49, 0x49, 0x2b, 0x00) || starts(0x4d, 0x4d, 0x00, 0x2b)) return 'image/tiff';
  if (starts(0x52, 0x49, 0x46, 0x46) && new TextDecoder('latin1').decode(bytes.subarray(8, 12)) === 'WEBP') {
    return 'image/webp';
  }
  return starts(0x42, 0x4d) ? 'image/bmp' : null;
}
