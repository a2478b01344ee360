import type { RgbImage } from '@mlmcsc/vision';
import { mixSeeds } from '../random/generator.ts';
import type { LinearCanvas } from '../scene/linear-canvas.ts';
import type { CameraSpec } from '../scene/scene-spec.ts';
import { blurInPlace, blurPlanesInPlace } from './blur.ts';

/** What a camera makes of the light: optics, sensor noise, white balance, tone curve, colour softness, sharpening, 8 bits.
 * The canvas is used up: its data are overwritten.
 */
export function expose(canvas: LinearCanvas, camera: CameraSpec, scale: number, seed: number): RgbImage {
  const { width, height, data } = canvas;
  addBloom(canvas, camera, scale);
  const optical = Math.hypot(camera.blurPx * scale, camera.defocusPx * scale * 0.6);
  blurInPlace(canvas, optical);
  if (camera.shakePx * scale > 0.7) shakeInPlace(canvas, camera.shakePx * scale, camera.shakeDegrees);
  // A picture rendered small stands for a large one averaged down: its noise and halos are averaged too.
  const averaged = Math.min(1, scale);
  developInPlace(canvas, camera, averaged, seed);
  if (camera.sharpening > 0.02) sharpenInPlace(data, width, height, camera.sharpening * averaged);
  if (!camera.greyscale && camera.chromaBlurPx * scale > 0.3)
    softenColour(canvas, camera.chromaBlurPx * scale);
  const bytes = new Uint8Array(width * height * 3);
  for (let i = 0; i < bytes.length; i++) {
    const value = data[i]! * 255 + 0.5;
    bytes[i] = Math.min(Math.max(value, 0), 255);
  }
  return { width, height, data: bytes };
}

function addBloom(canvas: LinearCanvas, camera: CameraSpec, scale: number): void {
  if (camera.bloom < 0.02) return;
  const { width, height, data } = canvas;
  // Glow is broad: a raster of a quarter of the side holds it.
  const columns = Math.ceil(width / 4);
  const rows = Math.ceil(height / 4);
  const glow = new Float32Array(columns * rows * 3);
  const limit = 1 / camera.exposure;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = 3 * (row * width + column);
      const to = 3 * ((row >> 2) * columns + (column >> 2));
      for (let channel = 0; channel < 3; channel++) {
        const over = data[from + channel]! - limit;
        if (over > 0) glow[to + channel]! += Math.min(over, 3 * limit) / 16;
      }
    }
  }
  blurPlanesInPlace(glow, columns, rows, 3, Math.max(0.8, 1.3 * scale));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const to = 3 * (row * width + column);
      const from = 3 * ((row >> 2) * columns + (column >> 2));
      for (let channel = 0; channel < 3; channel++)
        data[to + channel]! += camera.bloom * glow[from + channel]!;
    }
  }
}

function shakeInPlace(canvas: LinearCanvas, length: number, degrees: number): void {
  const { width, height, data } = canvas;
  const steps = Math.min(15, Math.max(2, Math.ceil(length)));
  const copy = data.slice();
  data.fill(0);
  const turn = (degrees * Math.PI) / 180;
  for (let step = 0; step < steps; step++) {
    const along = (step / (steps - 1) - 0.5) * length;
    const shiftX = Math.round(along * Math.cos(turn));
    const shiftY = Math.round(along * Math.sin(turn));
    for (let row = 0; row < height; row++) {
      const sourceRow = Math.min(Math.max(row + shiftY, 0), height - 1) * width;
      for (let column = 0; column < width; column++) {
        const from = 3 * (sourceRow + Math.min(Math.max(column + shiftX, 0), width - 1));
        const at = 3 * (row * width + column);
        data[at]! += copy[from]! / steps;
        data[at + 1]! += copy[from + 1]! / steps;
        data[at + 2]! += copy[from + 2]! / steps;
      }
    }
  }
}

const TONE_SIZE = 4096;

/** Tone curve over 0 to 1 of linear light: gamma, then an S around the middle. */
function tabulateTone(gamma: number, contrast: number): Float32Array {
  const table = new Float32Array(TONE_SIZE + 1);
  for (let i = 0; i <= TONE_SIZE; i++) {
    const encoded = (i / TONE_SIZE) ** (1 / gamma);
    const curved = encoded * encoded * (3 - 2 * encoded);
    table[i] = encoded + contrast * (curved - encoded);
  }
  return table;
}

function developInPlace(canvas: LinearCanvas, camera: CameraSpec, noiseScale: number, seed: number): void {
  const { width, height, data } = canvas;
  const tone = tabulateTone(camera.gamma, camera.contrast);
  const gain = camera.whiteBalance.map((value) => value * camera.exposure);
  const shot = (camera.shotNoise * noiseScale) ** 2;
  const read = (camera.readNoise * noiseScale) ** 2;
  for (let row = 0; row < height; row++) {
    const y = (2 * row) / height - 1;
    for (let column = 0; column < width; column++) {
      const x = (2 * column) / width - 1;
      const radius = x * x + y * y;
      const shade = 1 - camera.vignetting * 0.3 * radius * (1 + radius);
      const pixel = row * width + column;
      const at = 3 * pixel;
      let red = data[at]! * gain[0]! * shade;
      let green = data[at + 1]! * gain[1]! * shade;
      let blue = data[at + 2]! * gain[2]! * shade;
      if (camera.greyscale) {
        red = 0.3 * red + 0.6 * green + 0.1 * blue;
        green = red;
        blue = red;
      } else if (camera.saturation !== 1) {
        const grey = 0.3 * red + 0.6 * green + 0.1 * blue;
        red = grey + camera.saturation * (red - grey);
        green = grey + camera.saturation * (green - grey);
        blue = grey + camera.saturation * (blue - grey);
      }
      // Sums of uniform bytes stand in for normal numbers: two hashes serve three channels.
      const first = mixSeeds(seed, pixel);
      const noiseRed = ((first & 0xff) + ((first >>> 8) & 0xff) - 255) / 104;
      const noiseGreen = (((first >>> 16) & 0xff) + (first >>> 24) - 255) / 104;
      const noiseBlue = camera.greyscale
        ? noiseRed
        : (((first >>> 4) & 0xff) + ((first >>> 20) & 0xff) - 255) / 104;
      red += noiseRed * Math.sqrt(read + shot * Math.max(red, 0));
      green += (camera.greyscale ? noiseRed : noiseGreen) * Math.sqrt(read + shot * Math.max(green, 0));
      blue += noiseBlue * Math.sqrt(read + 1.5 * shot * Math.max(blue, 0));
      data[at] = tone[(Math.min(Math.max(red, 0), 1) * TONE_SIZE) | 0]!;
      data[at + 1] = tone[(Math.min(Math.max(green, 0), 1) * TONE_SIZE) | 0]!;
      data[at + 2] = tone[(Math.min(Math.max(blue, 0), 1) * TONE_SIZE) | 0]!;
    }
  }
}

/** Unsharp mask on lightness: what cameras do to edges. */
function sharpenInPlace(data: Float32Array, width: number, height: number, amount: number): void {
  const soft = new Float32Array(width * height);
  for (let i = 0; i < soft.length; i++)
    soft[i] = 0.3 * data[3 * i]! + 0.6 * data[3 * i + 1]! + 0.1 * data[3 * i + 2]!;
  const sharp = soft.slice();
  blurPlanesInPlace(soft, width, height, 1, 1.1);
  for (let i = 0; i < soft.length; i++) {
    const change = amount * (sharp[i]! - soft[i]!);
    data[3 * i]! += change;
    data[3 * i + 1]! += change;
    data[3 * i + 2]! += change;
  }
}

/** Blurs the colour differences on a raster of half the side and leaves the lightness: demosaicing and 4:2:0 storage. */
function softenColour(canvas: LinearCanvas, sigmaPx: number): void {
  const { width, height, data } = canvas;
  const columns = (width + 1) >> 1;
  const rows = (height + 1) >> 1;
  const difference = new Float32Array(2 * columns * rows);
  const share = new Float32Array(columns * rows);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = 3 * (row * width + column);
      const to = (row >> 1) * columns + (column >> 1);
      difference[2 * to]! += data[from]! - data[from + 1]!;
      difference[2 * to + 1]! += data[from + 2]! - data[from + 1]!;
      share[to]! += 1;
    }
  }
  for (let i = 0; i < share.length; i++) {
    difference[2 * i]! /= share[i]!;
    difference[2 * i + 1]! /= share[i]!;
  }
  blurPlanesInPlace(difference, columns, rows, 2, Math.max(0.4, sigmaPx / 2));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const to = 3 * (row * width + column);
      const from = 2 * ((row >> 1) * columns + (column >> 1));
      const green = data[to + 1]!;
      data[to] = green + difference[from]!;
      data[to + 2] = green + difference[from + 1]!;
    }
  }
}
