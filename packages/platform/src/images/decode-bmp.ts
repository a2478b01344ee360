import type { RgbImage } from '@mlmcsc/vision';
import { damaged, unsupported } from './image-errors.ts';

/** What a bitmap's header says. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly isTopDown: boolean;
  readonly bitsPerPixel: number;
  readonly pixelsAt: number;
  /** Byte offset and bytes per entry of the colour table; null above 8 bits. */
  readonly palette: { readonly at: number; readonly entryBytes: 3 | 4; readonly count: number } | null;
  /** Bit masks of red, green and blue of 32-bit pixels. */
  readonly masks: readonly [number, number, number];
}

const fileHeaderBytes = 14;
const uncompressed = 0;
const bitFields = 3;
const alphaBitFields = 6;

/** Reads the header of a Windows bitmap: 1, 4, 8, 24 or 32 bits, not run-length encoded.
 * @throws Unprocessable `image-truncated | image-type-unsupported`
 * @source BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER and later, Windows GDI documentation
 */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < fileHeaderBytes + 12) throw damaged();
  const headerBytes = view.getUint32(14, true);
  const isCore = headerBytes === 12;
  if (!isCore && (headerBytes < 40 || headerBytes > 200)) throw unsupported('an unknown kind of bitmap');
  if (bytes.length < fileHeaderBytes + headerBytes) throw damaged();
  const width = isCore ? view.getUint16(18, true) : view.getInt32(18, true);
  const signedHeight = isCore ? view.getUint16(20, true) : view.getInt32(22, true);
  const bitsPerPixel = view.getUint16(isCore ? 24 : 28, true);
  const compression = isCore ? uncompressed : view.getUint32(30, true);
  if (width <= 0 || signedHeight === 0) throw damaged();
  const hasMasks = bitsPerPixel === 32 && (compression === bitFields || compression === alphaBitFields);
  if (compression !== uncompressed && !hasMasks) throw unsupported('a compressed bitmap');
  if (![1, 4, 8, 24, 32].includes(bitsPerPixel)) throw unsupported(`a bitmap of ${bitsPerPixel} bits`);
  // Behind a 40-byte header the masks follow; longer headers hold them. Either way they are at the same place.
  if (hasMasks && bytes.length < fileHeaderBytes + 52) throw damaged();
  const masks = hasMasks
    ? ([view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true)] as const)
    : ([0xff0000, 0xff00, 0xff] as const);
  const tableSize = 2 ** bitsPerPixel;
  const used = isCore ? 0 : view.getUint32(46, true);
  const palette =
    bitsPerPixel > 8
      ? null
      : ({
          at: fileHeaderBytes + headerBytes,
          entryBytes: isCore ? 3 : 4,
          count: used === 0 ? tableSize : Math.min(used, tableSize),
        } as const);
  return {
    width,
    height: Math.abs(signedHeight),
    isTopDown: signedHeight < 0,
    bitsPerPixel,
    pixelsAt: view.getUint32(10, true),
    palette,
    masks,
  };
}

/** Decodes a bitmap whose header has passed the limits. @throws Unprocessable `image-truncated` */
export function decodeBmp(bytes: Uint8Array): RgbImage {
  const header = readBmpHeader(bytes);
  const { width, height, bitsPerPixel, pixelsAt, palette } = header;
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  if (pixelsAt < fileHeaderBytes || pixelsAt + rowBytes * height > bytes.length) throw damaged();
  if (palette !== null && palette.at + palette.count * palette.entryBytes > bytes.length) throw damaged();
  const data = new Uint8Array(width * height * 3);
  const readPixel = pixelReader(bytes, header);
  for (let y = 0; y < height; y += 1) {
    const row = pixelsAt + rowBytes * (header.isTopDown ? y : height - 1 - y);
    for (let x = 0; x < width; x += 1) readPixel(row, x, data, 3 * (y * width + x));
  }
  return { width, height, data };
}

type PixelReader = (row: number, x: number, data: Uint8Array, to: number) => void;

function pixelReader(bytes: Uint8Array, { bitsPerPixel, palette, masks }: BmpHeader): PixelReader {
  if (palette !== null) {
    const perByte = 8 / bitsPerPixel;
    const mask = 2 ** bitsPerPixel - 1;
    return (row, x, data, to) => {
      const byte = bytes[row + Math.floor(x / perByte)] ?? 0;
      const index = (byte >> (8 - bitsPerPixel * ((x % perByte) + 1))) & mask;
      if (index >= palette.count) return;
      copyBgr(bytes, palette.at + index * palette.entryBytes, data, to);
    };
  }
  if (bitsPerPixel === 24) return (row, x, data, to) => copyBgr(bytes, row + 3 * x, data, to);
  const channels = masks.map(channelReader);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (row, x, data, to) => {
    const pixel = view.getUint32(row + 4 * x, true);
    channels.forEach((read, channel) => {
      data[to + channel] = read(pixel);
    });
  };
}

/** Scales the bits under a mask to 0–255. */
function channelReader(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (pixel) => Math.round((((pixel & mask) >>> shift) / most) * 255);
}

function copyBgr(bytes: Uint8Array, from: number, data: Uint8Array, to: number): void {
  data[to] = bytes[from + 2] ?? 0;
  data[to + 1] = bytes[from + 1] ?? 0;
  data[to + 2] = bytes[from] ?? 0;
}
