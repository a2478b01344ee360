import type { MaskImage, RgbImage } from '@mlmcsc/vision';

export interface ImageInfo {
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: number;
  readonly bitDepth: number;
}

/** A picture of a size that suits paper. */
export interface PrintPicture {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Decodes and encodes pictures under byte and pixel limits; tells the type by content. */
export interface ImageCodec {
  /** @throws Unprocessable `image-empty | image-type-unsupported | image-truncated | image-too-many-pixels | image-animated | image-too-large | image-too-slow`; Unavailable `images-busy` */
  inspect(bytes: Uint8Array): Promise<ImageInfo>;
  /** Full-resolution 8-bit sRGB with orientation applied. @throws as `inspect` */
  decode(bytes: Uint8Array): Promise<RgbImage>;
  /** Re-encoded without any metadata; the longest side at most `maxSidePx`, never enlarged. @throws as `inspect` */
  encodeRendition(
    picture: Uint8Array | RgbImage,
    format: 'jpeg' | 'webp',
    maxSidePx: number,
  ): Promise<Uint8Array>;
  /** A part of a stored picture for paper, as JPEG, with an overlay of the same frame on top if there is one.
   * @param part - in shares of width and height, 0 to 1
   * @throws as `inspect`
   */
  encodePrint(
    picture: Uint8Array,
    overlay: Uint8Array | null,
    part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    maxSidePx: number,
  ): Promise<PrintPicture>;
  /** The picture of a letterhead for paper: PNG on white, not interlaced, never enlarged. @throws as `inspect` */
  encodeLogo(picture: Uint8Array, maxSidePx: number): Promise<PrintPicture>;
  encodeMaskPng(mask: MaskImage): Promise<Uint8Array>;
  /** `rgba.length = width * height * 4`. */
  encodeRgbaPng(rgba: Uint8Array, width: number, height: number): Promise<Uint8Array>;
}
