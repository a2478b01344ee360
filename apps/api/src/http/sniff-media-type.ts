const SIGNATURES: readonly (readonly [offset: number, bytes: readonly number[], mediaType: string])[] = [
  [0, [0xff, 0xd8, 0xff], 'image/jpeg'],
  [0, [0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [8, [0x57, 0x45, 0x42, 0x50], 'image/webp'],
];

/** Media type of a rendition of ours, by its first bytes; anything else is sent as bytes that no browser shows. */
export function sniffMediaType(bytes: Uint8Array): string {
  for (const [offset, signature, mediaType] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[offset + index] === byte)) return mediaType;
  }
  return 'application/octet-stream';
}
