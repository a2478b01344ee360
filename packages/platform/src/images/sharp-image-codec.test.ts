import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { SharpImageCodec } from './sharp-image-codec.ts';

const codec = new SharpImageCodec();

/** 4 × 2: red, green, blue, white over black, grey, yellow, cyan. */
const picture = {
  width: 4,
  height: 2,
  data: Uint8Array.from(
    [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255].concat([
      0, 0, 0, 128, 128, 128, 255, 255, 0, 0, 255, 255,
    ]),
  ),
};
const raw = () => sharp(picture.data, { raw: { width: 4, height: 2, channels: 3 } });
/** A photograph-like ramp, `side` pixels wide and high. */
function ramp(side: number) {
  const data = Uint8Array.from({ length: side * side * 3 }, (_, i) => (i * 7 + Math.floor(i / side)) % 256);
  return sharp(data, { raw: { width: side, height: side, channels: 3 } });
}

test('lossless pictures come through exactly', async () => {
  for (const bytes of [await raw().png().toBuffer(), await raw().tiff({ compression: 'lzw' }).toBuffer()]) {
    expect(await codec.decode(bytes)).toMatchObject({ width: 4, height: 2 });
    expect(new Uint8Array((await codec.decode(bytes)).data)).toEqual(picture.data);
  }
});

test('the orientation is applied and metadata is gone from renditions', async () => {
  const bytes = await ramp(64)
    .resize(64, 32, { fit: 'fill' })
    .withExif({ IFD0: { Copyright: 'Secret Lab', Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(await codec.inspect(bytes)).toMatchObject({ mediaType: 'image/jpeg', widthPx: 32, heightPx: 64 });
  expect(await codec.decode(bytes)).toMatchObject({ width: 32, height: 64 });
  for (const format of ['jpeg', 'webp'] as const) {
    const rendition = await codec.encodeRendition(bytes, format, 16);
    const metadata = await sharp(rendition).metadata();
    expect(metadata).toMatchObject({ format, width: 8, height: 16 });
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(rendition).includes('Secret Lab')).toBe(false);
  }
});

test('a rendition is never enlarged and can be made from a raster', async () => {
  const rendition = await codec.encodeRendition(picture, 'jpeg', 2048);
  expect(await sharp(rendition).metadata()).toMatchObject({ width: 4, height: 2 });
});

test('16-bit and 12-bit-in-16 grey TIFF use the whole range', async () => {
  for (const full of [65_535, 4095]) {
    const samples = Uint16Array.of(0, full, Math.round(full / 2), Math.round(full / 4));
    const bytes = await sharp(samples, { raw: { width: 2, height: 2, channels: 1 } })
      .toColourspace('grey16')
      .tiff({ compression: 'none' })
      .toBuffer();
    expect(await codec.inspect(bytes)).toMatchObject({ bitDepth: 16, channels: 1 });
    const { data } = await codec.decode(bytes);
    expect([...data.filter((_, i) => i % 3 === 0)]).toEqual([0, 255, 128, 64]);
    expect(await sharp(await codec.encodeRendition(bytes, 'webp', 100)).metadata()).toMatchObject({
      width: 2,
    });
  }
});

test('a CMYK JPEG becomes sRGB', async () => {
  const bytes = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#c04020' } })
    .toColourspace('cmyk')
    .jpeg({ quality: 95 })
    .toBuffer();
  expect((await sharp(bytes).metadata()).space).toBe('cmyk');
  const { data } = await codec.decode(bytes);
  expect(data).toHaveLength(16 * 16 * 3);
  expect(Math.abs(data[0]! - 0xc0)).toBeLessThan(30);
  expect(data[0]!).toBeGreaterThan(data[1]!);
});

test('grey and transparent pictures become RGB on white', async () => {
  const grey = await sharp(Uint8Array.of(10, 200), { raw: { width: 2, height: 1, channels: 1 } })
    .png()
    .toBuffer();
  expect([...(await codec.decode(grey)).data]).toEqual([10, 10, 10, 200, 200, 200]);
  const clear = await sharp({
    create: { width: 1, height: 1, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  expect([...(await codec.decode(clear)).data]).toEqual([255, 255, 255]);
});

test('empty, foreign and renamed files are refused by content', async () => {
  await expect(codec.inspect(new Uint8Array())).rejects.toMatchObject({ code: 'image-empty' });
  const foreign = [
    'hello, I am a .jpg',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '%PDF-1.7',
    'GIF89a......',
  ];
  for (const text of foreign) {
    await expect(codec.inspect(Buffer.from(text))).rejects.toMatchObject({
      name: 'Unprocessable',
      code: 'image-type-unsupported',
    });
  }
  const pretender = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('not a picture')]);
  await expect(codec.inspect(pretender)).rejects.toMatchObject({ code: 'image-truncated' });
});

test('a cut picture is refused by decoding and by its rendition', async () => {
  const whole = [
    await ramp(256).jpeg().toBuffer(),
    await ramp(256).png().toBuffer(),
    await ramp(256).webp().toBuffer(),
  ];
  for (const bytes of whole) {
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
    await expect(codec.decode(cut)).rejects.toMatchObject({ code: 'image-truncated' });
    await expect(codec.encodeRendition(cut, 'jpeg', 64)).rejects.toMatchObject({ code: 'image-truncated' });
  }
});

test('an animation and several pages are refused', async () => {
  const twoFrames = Uint8Array.from({ length: 16 * 32 * 3 }, (_, i) => (i < 16 * 16 * 3 ? 0 : 200));
  const frames = await sharp(twoFrames, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
    .webp({ delay: [100, 100] })
    .toBuffer();
  expect((await sharp(frames).metadata()).pages).toBe(2);
  await expect(codec.inspect(frames)).rejects.toMatchObject({ code: 'image-animated' });
});

test('a small file of 20 000 × 20 000 pixels is refused by its header, fast', async () => {
  const bomb = hugePng(20_000, 20_000);
  expect(bomb.length).toBeLessThan(200_000);
  const before = performance.now();
  await expect(codec.inspect(bomb)).rejects.toMatchObject({ code: 'image-too-many-pixels' });
  await expect(codec.decode(bomb)).rejects.toMatchObject({ code: 'image-too-many-pixels' });
  await expect(codec.encodeRendition(bomb, 'jpeg', 64)).rejects.toMatchObject({
    code: 'image-too-many-pixels',
  });
  expect(performance.now() - before).toBeLessThan(1000);
});

test('too many bytes are refused before anything is read', async () => {
  const small = new SharpImageCodec({ maxBytes: 100 });
  await expect(small.inspect(Buffer.alloc(101, 0xff))).rejects.toMatchObject({ code: 'image-too-large' });
});

/** One-bit grey PNG of zeros. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(~crc >>> 0, body.length + 4);
  return out;
}
