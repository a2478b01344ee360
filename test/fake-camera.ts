import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { RgbImage } from '@mlmcsc/vision';
import sharp from 'sharp';

const FRAMES = 4;
const FRAME_MARK = Buffer.from('FRAME\n');

/** A camera that Chromium reads from a file, and that shows what the test puts before it. */
export interface FakeCamera {
  /** What the browser is started with. */
  readonly browserOptions: readonly string[];
  /** Shows these pictures in turn, four frames over and over, from the next frame on. */
  show(...pictures: readonly RgbImage[]): Promise<void>;
}

/** Makes a camera of the given size that shows an empty grey stage.
 * The frames are overwritten where they lie: Chromium reads each frame from the file when it needs it. */
export async function createFakeCamera(path: string, width: number, height: number): Promise<FakeCamera> {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);
  const frameBytes = FRAME_MARK.length + (width * height * 3) / 2;
  const camera: FakeCamera = {
    browserOptions: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`],
    async show(...pictures) {
      const frames = await Promise.all(pictures.map((picture) => toYuv(picture, width, height)));
      const file = openSync(path, 'r+');
      for (let index = 0; index < FRAMES; index++) {
        const frame = frames[index % frames.length] as Buffer;
        writeSync(file, frame, 0, frame.length, header.length + index * frameBytes + FRAME_MARK.length);
      }
      closeSync(file);
    },
  };
  const blank = Buffer.concat([FRAME_MARK, Buffer.alloc(frameBytes - FRAME_MARK.length, 128)]);
  await writeFile(path, Buffer.concat([header, ...Array<Buffer>(FRAMES).fill(blank)]));
  return camera;
}

/** Planar YCbCr 4:2:0 (BT.601, studio range) of a picture, scaled to fit. */
async function toYuv({ data, width, height }: RgbImage, toWidth: number, toHeight: number): Promise<Buffer> {
  const rgb = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(toWidth, toHeight, { fit: 'contain', background: '#707070' })
    .removeAlpha()
    .raw()
    .toBuffer();
  const size = toWidth * toHeight;
  const out = Buffer.alloc((size * 3) / 2);
  const at = (x: number, y: number): [number, number, number] => {
    const i = 3 * (y * toWidth + x);
    return [rgb[i] as number, rgb[i + 1] as number, rgb[i + 2] as number];
  };
  for (let y = 0; y < toHeight; y++) {
    for (let x = 0; x < toWidth; x++) {
      const [r, g, b] = at(x, y);
      out[y * toWidth + x] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
      if (x % 2 === 1 || y % 2 === 1) continue;
      const chroma = size + ((y / 2) * toWidth) / 2 + x / 2;
      out[chroma] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
      out[chroma + size / 4] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
    }
  }
  return out;
}

/** The picture out of focus: what a lens half a turn off would show. */
export async function outOfFocus({ data, width, height }: RgbImage, sigma: number): Promise<RgbImage> {
  const soft = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(sigma)
    .raw()
    .toBuffer();
  return { width, height, data: soft };
}

/** The picture moved to the right by so many pixels. */
export function movedBy({ data, width, height }: RgbImage, pixels: number): RgbImage {
  const moved = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 3 * (y * width + Math.max(0, x - pixels));
      for (let c = 0; c < 3; c++) moved[3 * (y * width + x) + c] = data[from + c] as number;
    }
  }
  return { width, height, data: moved };
}
