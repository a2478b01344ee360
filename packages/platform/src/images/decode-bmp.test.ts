import { expect, test } from 'vitest';
import { decodeBmp, readBmpHeader } from './decode-bmp.ts';
import { SharpImageCodec } from './sharp-image-codec.ts';

interface BmpParts {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly palette?: readonly number[];
  readonly masks?: readonly number[];
  /** Rows in file order, padded to 4 bytes. */
  readonly pixels: readonly number[];
  readonly compression?: number;
}

function bmp({
  width,
  height,
  bits,
  palette = [],
  masks = [],
  pixels,
  compression = 0,
}: BmpParts): Uint8Array {
  const maskBytes = masks.length * 4;
  const offset = 54 + maskBytes + palette.length;
  const bytes = new Uint8Array(offset + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, offset, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, bits, true);
  view.setUint32(30, compression, true);
  view.setUint32(46, palette.length / 4, true);
  masks.forEach((mask, index) => {
    view.setUint32(54 + 4 * index, mask, true);
  });
  bytes.set(palette, 54 + maskBytes);
  bytes.set(pixels, offset);
  return bytes;
}

const blackRed = [0, 0, 0, 0, 0, 0, 255, 0];

test('24 bits: rows run from the bottom up, colours are blue, green, red', () => {
  const image = decodeBmp(bmp({ width: 1, height: 2, bits: 24, pixels: [1, 2, 3, 0, 4, 5, 6, 0] }));
  expect(image).toEqual({ width: 1, height: 2, data: Uint8Array.of(6, 5, 4, 3, 2, 1) });
});

test('a negative height runs from the top down', () => {
  const image = decodeBmp(bmp({ width: 1, height: -2, bits: 24, pixels: [1, 2, 3, 0, 4, 5, 6, 0] }));
  expect([...image.data]).toEqual([3, 2, 1, 6, 5, 4]);
});

test('1, 4 and 8 bits go through the colour table', () => {
  const one = decodeBmp(
    bmp({ width: 3, height: 1, bits: 1, palette: blackRed, pixels: [0b10100000, 0, 0, 0] }),
  );
  expect([...one.data]).toEqual([255, 0, 0, 0, 0, 0, 255, 0, 0]);
  const four = decodeBmp(
    bmp({ width: 3, height: 1, bits: 4, palette: blackRed, pixels: [0x01, 0x10, 0, 0] }),
  );
  expect([...four.data]).toEqual([0, 0, 0, 255, 0, 0, 255, 0, 0]);
  const eight = decodeBmp(bmp({ width: 2, height: 1, bits: 8, palette: blackRed, pixels: [1, 0, 0, 0] }));
  expect([...eight.data]).toEqual([255, 0, 0, 0, 0, 0]);
});

test('32 bits: plain, and with masks of any width', () => {
  expect([...decodeBmp(bmp({ width: 1, height: 1, bits: 32, pixels: [3, 2, 1, 9] })).data]).toEqual([
    1, 2, 3,
  ]);
  const masked = { width: 1, height: 1, bits: 32, compression: 3, masks: [0x3ff00000, 0xffc00, 0x3ff] };
  const pixel = new Uint8Array(Uint32Array.of((1023 << 20) | (512 << 10) | 0).buffer);
  expect([...decodeBmp(bmp({ ...masked, pixels: [...pixel] })).data]).toEqual([255, 128, 0]);
});

test('missing pixels, a missing table and run-length encoding are refused', () => {
  expect(() => decodeBmp(bmp({ width: 2, height: 2, bits: 24, pixels: [1, 2, 3, 4] }))).toThrow(
    'image-truncated',
  );
  const short = bmp({ width: 1, height: 1, bits: 8, palette: blackRed, pixels: [] });
  expect(() => decodeBmp(short)).toThrow('image-truncated');
  expect(() => readBmpHeader(bmp({ width: 1, height: 1, bits: 8, compression: 1, pixels: [] }))).toThrow(
    'image-type-unsupported',
  );
  expect(() => readBmpHeader(Uint8Array.of(0x42, 0x4d, 1, 2))).toThrow('image-truncated');
});

test('a header that claims a huge picture is refused before memory is taken', async () => {
  const codec = new SharpImageCodec();
  const bytes = bmp({ width: 2_000_000_000, height: 2_000_000_000, bits: 24, pixels: [] });
  await expect(codec.inspect(bytes)).rejects.toMatchObject({ code: 'image-too-many-pixels' });
});
