import {
  DomainError,
  type ImageCodec,
  type ImageInfo,
  type PrintPicture,
  Unavailable,
  Unprocessable,
} from '@mlmcsc/core';
import type { MaskImage, RgbImage } from '@mlmcsc/vision';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { decodeBmp, readBmpHeader } from './decode-bmp.ts';
import { animated, damaged, tooManyPixels, unsupported } from './image-errors.ts';
import { type MediaType, mediaTypeOf } from './media-type.ts';
import { narrowTo8Bits } from './narrow-to-8-bits.ts';
import { SlotQueue } from './slot-queue.ts';

export interface SharpImageCodecOptions {
  /** @default 64 MiB */
  readonly maxBytes?: number | undefined;
  /** @default 50 million */
  readonly maxPixels?: number | undefined;
  /** Pictures decoded at the same time; the rest waits. @default 2 */
  readonly concurrency?: number | undefined;
  /** Longest one picture may take. @default 30 s */
  readonly timeoutSeconds?: number | undefined;
}

const longestSidePx = 30_000;
const longestQueue = 64;
/** Nothing but these four loaders may touch uploaded bytes: no SVG, PDF, HEIF, ImageMagick. */
const allowedLoaders = ['Jpeg', 'Png', 'Tiff', 'Webp'].map((name) => `VipsForeignLoad${name}`);

/** Pictures through libvips, and Windows bitmaps through a decoder of our own. */
export class SharpImageCodec implements ImageCodec {
  readonly #maxBytes: number;
  readonly #maxPixels: number;
  readonly #timeoutSeconds: number;
  readonly #slots: SlotQueue;

  constructor(options: SharpImageCodecOptions = {}) {
    this.#maxBytes = options.maxBytes ?? 64 * 1024 * 1024;
    this.#maxPixels = options.maxPixels ?? 50_000_000;
    this.#timeoutSeconds = options.timeoutSeconds ?? 30;
    this.#slots = new SlotQueue(options.concurrency ?? 2, longestQueue);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: allowedLoaders });
    // Every picture is decoded once: a cache would only hold memory.
    sharp.cache(false);
  }

  async inspect(bytes: Uint8Array): Promise<ImageInfo> {
    const mediaType = this.#checkBytes(bytes);
    if (mediaType === 'image/bmp') {
      const { width, height, bitsPerPixel } = readBmpHeader(bytes);
      this.#checkSize(width, height);
      const bitDepth = Math.min(bitsPerPixel, 8);
      return { mediaType, widthPx: width, heightPx: height, channels: 3, bitDepth };
    }
    const found = await this.#readMetadata(bytes);
    const { width, height } = found.autoOrient;
    return {
      mediaType,
      widthPx: width,
      heightPx: height,
      channels: found.channels,
      bitDepth: found.depth === 'ushort' || found.depth === 'short' ? 16 : 8,
    };
  }

  async decode(bytes: Uint8Array): Promise<RgbImage> {
    const info = await this.inspect(bytes);
    return this.#slots.run(() => this.#decodeInspected(bytes, info));
  }

  async encodeRendition(
    picture: Uint8Array | RgbImage,
    format: 'jpeg' | 'webp',
    maxSidePx: number,
  ): Promise<Uint8Array> {
    const info = picture instanceof Uint8Array ? await this.inspect(picture) : null;
    return this.#slots.run(async () => {
      const source = await this.#renditionSource(picture, info);
      const resized = source.resize({
        width: maxSidePx,
        height: maxSidePx,
        fit: 'inside',
        withoutEnlargement: true,
      });
      const encoded =
        format === 'jpeg' ? resized.jpeg({ quality: 88 }) : resized.webp({ quality: 80, effort: 2 });
      return this.#finish(encoded.toBuffer());
    });
  }

  async encodePrint(
    picture: Uint8Array,
    overlay: Uint8Array | null,
    part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    maxSidePx: number,
  ): Promise<PrintPicture> {
    const frame = await this.inspect(picture);
    const cut = partOf(frame, part);
    const scale = Math.min(1, maxSidePx / Math.max(cut.width, cut.height));
    const widthPx = Math.max(1, Math.round(cut.width * scale));
    const heightPx = Math.max(1, Math.round(cut.height * scale));
    return this.#slots.run(async () => {
      const scaled = this.#open(picture).extract(cut).resize(widthPx, heightPx, { fit: 'fill' });
      if (overlay !== null) {
        // The overlay is drawn in the frame of the display rendition, which may be a pixel larger or smaller.
        const whole = await this.#finish(
          sharp(overlay, { limitInputPixels: this.#maxPixels })
            .resize(frame.widthPx, frame.heightPx, { fit: 'fill' })
            .png()
            .toBuffer(),
        );
        const layer = sharp(whole).extract(cut).resize(widthPx, heightPx, { fit: 'fill' });
        scaled.composite([{ input: await this.#finish(layer.png().toBuffer()) }]);
      }
      const bytes = await this.#finish(scaled.jpeg({ quality: 85 }).toBuffer());
      return { bytes, widthPx, heightPx };
    });
  }

  async encodeLogo(picture: Uint8Array, maxSidePx: number): Promise<PrintPicture> {
    const info = await this.inspect(picture);
    return this.#slots.run(async () => {
      const { data, info: made } = await this.#finish(
        (await this.#renditionSource(picture, info))
          .resize({ width: maxSidePx, height: maxSidePx, fit: 'inside', withoutEnlargement: true })
          .png({ compressionLevel: 9 })
          .toBuffer({ resolveWithObject: true }),
      );
      return { bytes: data, widthPx: made.width, heightPx: made.height };
    });
  }

  async encodeMaskPng({ data, width, height }: MaskImage): Promise<Uint8Array> {
    return sharp(data, { raw: { width, height, channels: 1 } })
      .toColourspace('b-w')
      .png({ compressionLevel: 6 })
      .toBuffer();
  }

  async encodeRgbaPng(rgba: Uint8Array, width: number, height: number): Promise<Uint8Array> {
    return sharp(rgba, { raw: { width, height, channels: 4 } })
      .png({ compressionLevel: 6 })
      .toBuffer();
  }

  #checkBytes(bytes: Uint8Array): MediaType {
    if (bytes.length === 0) throw new Unprocessable('image-empty', 'The file is empty; choose another.');
    if (bytes.length > this.#maxBytes) {
      const limit = Math.round(this.#maxBytes / 1024 / 1024);
      throw new Unprocessable('image-too-large', `The file is larger than ${limit} MiB; make it smaller.`);
    }
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === null) throw unsupported('no picture that can be read here');
    return mediaType;
  }

  #checkSize(width: number, height: number): void {
    if (width > longestSidePx || height > longestSidePx || width * height > this.#maxPixels) {
      throw tooManyPixels(this.#maxPixels);
    }
  }

  async #readMetadata(bytes: Uint8Array): Promise<Metadata> {
    // The header says the size; the limit is checked here, with a code of its own.
    const found = await this.#finish(sharp(bytes, { limitInputPixels: false }).metadata());
    if ((found.pages ?? 1) > 1) throw animated();
    if (!(found.width > 0 && found.height > 0)) throw damaged();
    this.#checkSize(found.width, found.height);
    if (!['uchar', 'ushort'].includes(found.depth)) throw unsupported(`a picture of type ${found.depth}`);
    return found;
  }

  async #decodeInspected(bytes: Uint8Array, info: ImageInfo): Promise<RgbImage> {
    if (info.mediaType === 'image/bmp') return decodeBmp(bytes);
    if (info.bitDepth === 16) return this.#decode16Bits(bytes, info.channels);
    const { data, info: raw } = await this.#finish(
      this.#open(bytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }),
    );
    return { width: raw.width, height: raw.height, data };
  }

  async #decode16Bits(bytes: Uint8Array, sourceChannels: number): Promise<RgbImage> {
    const space = sourceChannels < 3 ? 'grey16' : 'rgb16';
    const { data, info } = await this.#finish(
      this.#open(bytes).toColourspace(space).raw({ depth: 'ushort' }).toBuffer({ resolveWithObject: true }),
    );
    const samples = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
    return {
      width: info.width,
      height: info.height,
      data: narrowTo8Bits(samples, info.channels === 1 ? 1 : 3),
    };
  }

  async #renditionSource(picture: Uint8Array | RgbImage, info: ImageInfo | null): Promise<Sharp> {
    const isDirect = info !== null && info.mediaType !== 'image/bmp' && info.bitDepth === 8;
    if (picture instanceof Uint8Array && isDirect) return this.#open(picture).toColourspace('srgb');
    const { data, width, height } =
      picture instanceof Uint8Array ? await this.#decodeInspected(picture, info!) : picture;
    return sharp(data, { raw: { width, height, channels: 3 } }).timeout({ seconds: this.#timeoutSeconds });
  }

  /** Oriented, without transparency; the first warning of the decoder is a failure. */
  #open(bytes: Uint8Array): Sharp {
    return sharp(bytes, { limitInputPixels: this.#maxPixels, failOn: 'warning', sequentialRead: true })
      .timeout({ seconds: this.#timeoutSeconds })
      .autoOrient()
      .flatten({ background: '#ffffff' });
  }

  async #finish<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      if (/pixel limit/i.test(message)) throw tooManyPixels(this.#maxPixels);
      if (/timeout/i.test(message)) {
        throw new Unprocessable(
          'image-too-slow',
          'Decoding the picture takes too long; save it in another format.',
          {
            cause: error,
          },
        );
      }
      if (/out of memory|unable to allocate|cannot allocate/i.test(message)) {
        throw new Unavailable(
          'out-of-memory',
          'There is not enough memory for this picture now; try again.',
          {
            cause: error,
          },
        );
      }
      throw damaged(error);
    }
  }
}

/** The pixels that a part of a picture covers: at least one. */
function partOf(
  { widthPx, heightPx }: Pick<ImageInfo, 'widthPx' | 'heightPx'>,
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
) {
  const left = Math.min(widthPx - 1, Math.max(0, Math.floor(part.x * widthPx)));
  const top = Math.min(heightPx - 1, Math.max(0, Math.floor(part.y * heightPx)));
  return {
    ...{ left, top },
    width: Math.max(1, Math.min(widthPx - left, Math.ceil(part.width * widthPx))),
    height: Math.max(1, Math.min(heightPx - top, Math.ceil(part.height * heightPx))),
  };
}
