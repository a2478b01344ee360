import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { SharpImageCodec } from '@mlmcsc/platform/images';

const codec = new SharpImageCodec();

/** A picture of noise around a brightness; each seed is another picture. @param brightness - 0 to 255 */
export function noise(width: number, height: number, brightness: number, seed: number) {
  let state = seed * 2_654_435_761 + 1;
  const data = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.min(255, Math.max(0, brightness + (state >>> 27) - 16));
  });
  return { width, height, data };
}

/** A JPEG that the test measurer takes for a fracture face (bright), or for a picture without one (dark). */
export async function jpegOf(kind: 'face' | 'no face', seed = 1): Promise<Uint8Array<ArrayBuffer>> {
  const picture = noise(96, 64, kind === 'face' ? 150 : 30, seed);
  return new Uint8Array(await codec.encodeRendition(picture, 'jpeg', 96));
}

/** A file of `fixtures/`. */
export async function fixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(new URL(`../fixtures/${name}`, import.meta.url)));
}

/** A complete one-bit PNG of any size: small as a file, huge when decoded. */
export function hugePng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows, { level: 1 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** An upload form. */
export function formOf(
  bytes: Uint8Array<ArrayBuffer>,
  fileName = 'face.jpg',
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes]), fileName);
  return form;
}
