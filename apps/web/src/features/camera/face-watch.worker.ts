import { type Finder, glanceAt, openFinder, type RgbImage } from '@mlmcsc/vision';
import { readFaceFinder } from './face-finder-parts.ts';
import type { GlanceAnswer, GlanceQuestion } from './face-watch-messages.ts';

/** Frames are looked at in at most this width: enough for the measure of focus on a face that fills half of it. */
const MOST_WIDTH = 1280;

let finder: Promise<Finder> | null = null;
let canvas: OffscreenCanvas | null = null;

async function fetchFinder(address: string): Promise<Finder> {
  const answer = await fetch(address);
  if (!answer.ok) throw new TypeError(`the face finder answered with status ${answer.status}`);
  return openFinder(readFaceFinder(await answer.arrayBuffer()));
}

function pixelsOf(frame: ImageBitmap, scale: number): RgbImage {
  const width = Math.max(1, Math.round(frame.width * scale));
  const height = Math.max(1, Math.round(frame.height * scale));
  canvas ??= new OffscreenCanvas(width, height);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new TypeError('the browser draws nothing in a worker');
  context.drawImage(frame, 0, 0, width, height);
  frame.close();
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(3 * width * height);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + 1] ?? 0;
    rgb[to + 2] = data[from + 2] ?? 0;
  }
  return { width, height, data: rgb };
}

async function answer({ finderAddress, frame, widthMm }: GlanceQuestion): Promise<GlanceAnswer> {
  const frameWidth = frame.width;
  const frameHeight = frame.height;
  finder ??= fetchFinder(finderAddress);
  const ready = await finder.catch((error: unknown) => {
    // Asked for again with the next frame.
    finder = null;
    frame.close();
    throw error;
  });
  const startedMs = performance.now();
  const scale = Math.min(1, MOST_WIDTH / frameWidth);
  const glance = glanceAt(pixelsOf(frame, scale), ready, widthMm === null ? {} : { widthMm });
  const elapsedMs = performance.now() - startedMs;
  const up = 1 / scale;
  return {
    frameWidth,
    frameHeight,
    elapsedMs,
    glance:
      glance === null
        ? null
        : {
            ...glance,
            outline: glance.outline.map(({ x, y }) => ({ x: x * up, y: y * up })),
            bbox: [glance.bbox[0] * up, glance.bbox[1] * up, glance.bbox[2] * up, glance.bbox[3] * up],
            widthPx: glance.widthPx * up,
          },
  };
}

self.onmessage = ({ data }: MessageEvent<GlanceQuestion>) => {
  answer(data).then(
    (result) => self.postMessage(result),
    (error: unknown) => self.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  );
};
