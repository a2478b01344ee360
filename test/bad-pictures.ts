import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { RgbImage } from '@mlmcsc/vision';
import sharp from 'sharp';

/** Files that must be refused as pictures, by name. */
export const UNREADABLE_FILES = [
  'animated.webp',
  'bomb-20000.png',
  'empty.jpg',
  'huge-200-mb.jpg',
  'text.jpg',
  'truncated.jpg',
] as const;

/** Unusual, but proper pictures. */
export const UNUSUAL_FILES = ['cmyk.jpg', 'deep-16-bit.tiff'] as const;

/** Writes all of the above into a folder.
 * @param image - a sound picture that the damaged and unusual ones are made from
 */
export async function writeBadPictures(folder: string, image: RgbImage): Promise<void> {
  const { data, width, height } = image;
  const picture = () => sharp(data, { raw: { width, height, channels: 3 } });
  const jpeg = await picture().jpeg({ quality: 90 }).toBuffer();
  const write = (name: string, bytes: Uint8Array | string) => writeFile(join(folder, name), bytes);
  await write('empty.jpg', '');
  await write('truncated.jpg', jpeg.subarray(0, jpeg.length / 2));
  await write('text.jpg', 'This is a letter, not a picture.\n'.repeat(50));
  await write('bomb-20000.png', onePixelColourPng(20_000));
  await write('animated.webp', await animatedWebp(image));
  await write('cmyk.jpg', await picture().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer());
  await write(
    'deep-16-bit.tiff',
    await picture().toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer(),
  );
  const huge = await open(join(folder, 'huge-200-mb.jpg'), 'w');
  await huge.write(jpeg);
  await huge.truncate(200 * 1024 * 1024);
  await huge.close();
}

async function animatedWebp({ data, width, height }: RgbImage): Promise<Buffer> {
  const frame = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const dark = await sharp(frame).modulate({ brightness: 0.5 }).png().toBuffer();
  return sharp([frame, dark], { join: { animated: true } })
    .webp({ delay: [100, 100], loop: 0 })
    .toBuffer();
}

/** A square PNG of one grey: a few kilobytes that unpack to `side * side` pixels. */
function onePixelColourPng(side: number): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const typed = Buffer.concat([Buffer.from(type, 'ascii'), body]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(typed));
    return Buffer.concat([length, typed, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // 1 bit per pixel, greyscale.
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * side);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
