/** Largest JSON body that carries a picture as base64 (four characters for three bytes) and little else, bytes. */
export const base64BodyLimit = (maxUploadBytes: number): number =>
  Math.ceil((maxUploadBytes * 4) / 3) + 64 * 1024;
