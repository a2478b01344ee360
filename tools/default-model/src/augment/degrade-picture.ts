import type { SeededRandom } from '@mlmcsc/learning/network';
import type { RgbImage } from '@mlmcsc/vision';
import { normalTable } from '../random/normal-table.ts';
import { boxBlur } from './box-blur.ts';
import { jpegLikeInPlace } from './jpeg-like.ts';

/** Uniform between two bounds. */
export const between = (random: SeededRandom, low: number, high: number): number =>
  low + (high - low) * random.uniform();

/** Interleaved RGB, 0 to 255, not yet rounded. */
export interface FloatPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/**
 * Changes light, colour, sharpness and noise of a picture at random, as other lamps, cameras and file formats would:
 * what the networks must not depend on. The result is rounded to 8 bits, as every real picture is.
 * @param strength - 0 = nothing but rounding, 1 = the full range
 */
export function degradePicture(picture: FloatPicture, random: SeededRandom, strength = 1): RgbImage {
  const { width, height } = picture;
  const data = picture.data.slice();
  changeLight(data, width, height, random, strength);
  if (random.uniform() < 0.3 * strength) blurInPlace(data, width, height, random);
  if (random.uniform() < 0.6 * strength) addNoise(data, width, random, strength);
  clamp(data);
  if (random.uniform() < 0.4 * strength) {
    jpegLikeInPlace(data, width, height, Math.round(between(random, 45, 95)));
    clamp(data);
  }
  const bytes = new Uint8Array(data.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = data[i] + 0.5;
  return { width, height, data: bytes };
}

function clamp(data: Float32Array): void {
  for (let i = 0; i < data.length; i++) data[i] = Math.max(0, Math.min(255, data[i]));
}

/** Gain, gamma, colour balance, saturation and a slanting light. */
function changeLight(
  data: Float32Array,
  width: number,
  height: number,
  random: SeededRandom,
  strength: number,
): void {
  const gamma = Math.exp(strength * between(random, -0.45, 0.45));
  const gain = Math.exp(strength * between(random, -0.35, 0.25));
  const lift = strength * between(random, -0.03, 0.1);
  const curve = Float32Array.from(
    { length: 1025 },
    (_, i) => 255 * (lift + (1 - lift) * Math.min(1.2, gain * (i / 1024) ** gamma)),
  );
  const balance = [0, 1, 2].map(() => Math.exp(strength * between(random, -0.12, 0.12)));
  const kind = random.uniform();
  const saturation = kind < 0.2 * strength ? 0 : kind < 0.7 * strength ? between(random, 0.3, 1.7) : 1;
  const slant = random.uniform() < 0.5 * strength ? between(random, 0.1, 0.7) : 0;
  const angle = between(random, 0, 2 * Math.PI);
  const slantX = (slant * Math.cos(angle)) / width;
  const slantY = (slant * Math.sin(angle)) / height;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const light = 1 + slantX * (x - width / 2) + slantY * (y - height / 2);
      const grey = 0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2];
      for (let c = 0; c < 3; c++) {
        const value = (grey + saturation * (data[i + c] - grey)) * light * balance[c];
        data[i + c] = curve[value <= 0 ? 0 : value >= 255 ? 1024 : ((value * 1024) / 255) | 0];
      }
    }
  }
}

function blurInPlace(data: Float32Array, width: number, height: number, random: SeededRandom): void {
  const share = between(random, 0.4, 1);
  const radius = random.uniform() < 0.75 ? 1 : 2;
  const plane = new Float32Array(width * height);
  for (let c = 0; c < 3; c++) {
    for (let i = 0; i < plane.length; i++) plane[i] = data[3 * i + c];
    const blurred = boxBlur(plane, width, height, radius);
    for (let i = 0; i < plane.length; i++) data[3 * i + c] += share * (blurred[i] - plane[i]);
  }
}

function addNoise(data: Float32Array, width: number, random: SeededRandom, strength: number): void {
  const table = normalTable();
  const mask = table.length - 1;
  const deviation = strength * between(random, 0.5, 9);
  const isGrey = random.uniform() < 0.4;
  for (let i = 0, at = 0; i < data.length; i += 3) {
    // A new place in the table for each row, so that rows do not repeat each other.
    if (i % (3 * width) === 0) at = random.below(table.length);
    const n = deviation * table[at++ & mask];
    data[i] += n;
    data[i + 1] += isGrey ? n : deviation * table[at++ & mask];
    data[i + 2] += isGrey ? n : deviation * table[at++ & mask];
  }
}
