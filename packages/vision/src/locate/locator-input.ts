import type { LocalStatistics } from '../image/local-statistics.ts';
import { localStatistics } from '../image/local-statistics.ts';
import { weightedPercentiles } from '../image/percentiles.ts';
import type { PlanarTensor } from '../image/planar-tensor.ts';
import { createPlanarTensor, planeOf } from '../image/planar-tensor.ts';
import type { ImageRegion, ResampledRegion } from '../image/resample-region.ts';
import { resampleMask, resampleRegion } from '../image/resample-region.ts';
import type { ImagePoint, MaskImage, RgbImage } from '../image/value-image.ts';

/** Width and height of the locator network's input, in cells. */
export const LOCATOR_WIDTH = 256;
export const LOCATOR_HEIGHT = 192;
/** Width and height of its output maps: half the input. */
export const LOCATOR_OUTPUT_WIDTH = 128;
export const LOCATOR_OUTPUT_HEIGHT = 96;
/** Input channels: normalised luminance, local contrast, saturation, warm-cool balance, inside the picture. */
export const LOCATOR_CHANNELS = 5;
/** Changes whenever the numbers in the tensor change: a network is only valid with the version it was trained on. */
export const LOCATOR_INPUT_VERSION = 1;

/** Radius of the local contrast window, input cells: about a tenth of the picture's height each way. */
const CONTRAST_RADIUS = 12;
/** Contrast below this (of 0 to 1) is treated as flat, so that sensor noise in a blank picture stays small. */
const CONTRAST_FLOOR = 0.02;
const LUMINANCE_LIMIT = 2.5;

/** Where the cells of a locator map lie in the photograph: an axis-aligned region in pixel edges, square cells. */
export interface LocatorTransform {
  readonly region: ImageRegion;
}

export interface LocatorInput {
  /** `LOCATOR_CHANNELS` x `LOCATOR_HEIGHT` x `LOCATOR_WIDTH`. */
  readonly tensor: PlanarTensor;
  readonly transform: LocatorTransform;
}

/** The region that shows the whole picture letterboxed into the locator's 4:3 frame. */
export function wholePictureRegion(image: { readonly width: number; readonly height: number }): ImageRegion {
  return expandToFrame({ left: 0, top: 0, width: image.width, height: image.height }, 1);
}

/** Share of the frame that a face fills in the fine pass. */
export const FINE_FILL = 0.62;

/** The 4:3 region of the fine pass: centred on a finding's box `[x, y, width, height]` (pixels), which fills `fill` of it. */
export function fineRegion(bbox: readonly [number, number, number, number], fill = FINE_FILL): ImageRegion {
  return expandToFrame({ left: bbox[0], top: bbox[1], width: bbox[2], height: bbox[3] }, fill);
}

function expandToFrame(box: ImageRegion, fill: number): ImageRegion {
  const cell = Math.max(box.width / LOCATOR_WIDTH, box.height / LOCATOR_HEIGHT) / fill;
  const width = cell * LOCATOR_WIDTH;
  const height = cell * LOCATOR_HEIGHT;
  return {
    left: box.left + box.width / 2 - width / 2,
    top: box.top + box.height / 2 - height / 2,
    width,
    height,
  };
}

/** Overwritten by every call: a megabyte less for the garbage collector each. */
let sampled: ResampledRegion | undefined;
const luminance = new Float32Array(LOCATOR_WIDTH * LOCATOR_HEIGHT);
const around: LocalStatistics = {
  mean: new Float32Array(luminance.length),
  deviation: new Float32Array(luminance.length),
};

/** What the locator network sees of a picture: the same function in training and in use.
 * Luminance is centred on the median and divided by the 2 to 98 % range of the shown part, local contrast is divided by
 * the local deviation: exposure, gain and slow light gradients drop out; parts outside the picture are 0 in all channels.
 * @param image - any size
 * @param region - the part to show, 4:3 so that cells are square @default the whole picture, letterboxed
 * @param into - tensor of an earlier call, to be overwritten and returned @default a fresh one */
export function locatorInput(
  image: RgbImage,
  region: ImageRegion = wholePictureRegion(image),
  into?: PlanarTensor,
): LocatorInput {
  sampled = resampleRegion(image, region, LOCATOR_WIDTH, LOCATOR_HEIGHT, sampled);
  into?.data.fill(0);
  const tensor = into ?? createPlanarTensor(LOCATOR_CHANNELS, LOCATOR_HEIGHT, LOCATOR_WIDTH);
  fillColour(sampled, luminance, planeOf(tensor, 2), planeOf(tensor, 3));
  fillLuminance(luminance, sampled.cover, planeOf(tensor, 0), planeOf(tensor, 1));
  planeOf(tensor, 4).set(sampled.cover);
  return { tensor, transform: { region } };
}

function fillColour(
  sampled: ResampledRegion,
  luminance: Float32Array,
  saturation: Float32Array,
  warmth: Float32Array,
): void {
  const { data } = sampled;
  for (let i = 0; i < luminance.length; i += 1) {
    const red = data[3 * i];
    const green = data[3 * i + 1];
    const blue = data[3 * i + 2];
    luminance[i] = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
    const high = Math.max(Math.max(red, green), blue);
    const low = Math.min(Math.min(red, green), blue);
    // The constant keeps the chroma noise of near-black pixels from looking like strong colour.
    saturation[i] = (2 * (high - low)) / (high + 24);
    warmth[i] = (3 * (red - blue)) / (red + green + blue + 48);
  }
}

function fillLuminance(
  luminance: Float32Array,
  cover: Float32Array,
  global: Float32Array,
  local: Float32Array,
): void {
  const [low, middle, high] = weightedPercentiles(luminance, cover, 0, 1, [0.02, 0.5, 0.98]);
  const range = Math.max(2 * CONTRAST_FLOOR, high - low);
  localStatistics(luminance, cover, LOCATOR_WIDTH, LOCATOR_HEIGHT, CONTRAST_RADIUS, around);
  fillGlobal(luminance, cover, middle, range, global);
  fillLocal(luminance, cover, around.mean, around.deviation, local);
}

function fillGlobal(
  luminance: Float32Array,
  cover: Float32Array,
  middle: number,
  range: number,
  out: Float32Array,
): void {
  for (let i = 0; i < out.length; i += 1) {
    if (cover[i] === 0) continue;
    out[i] = limit((2 * (luminance[i] - middle)) / range, LUMINANCE_LIMIT) * cover[i];
  }
}

function fillLocal(
  luminance: Float32Array,
  cover: Float32Array,
  mean: Float32Array,
  deviation: Float32Array,
  out: Float32Array,
): void {
  for (let i = 0; i < out.length; i += 1) {
    if (cover[i] === 0) continue;
    out[i] = limit((luminance[i] - mean[i]) / (deviation[i] + CONTRAST_FLOOR), LUMINANCE_LIMIT) * cover[i];
  }
}

function limit(value: number, bound: number): number {
  return value > bound ? bound : Math.max(value, -bound);
}

/** Training target for a locator map: the share of each output cell that a mask of the photograph covers.
 * @returns `LOCATOR_OUTPUT_HEIGHT * LOCATOR_OUTPUT_WIDTH` values, 0 to 1 */
export function locatorTarget(mask: MaskImage, transform: LocatorTransform): Float32Array {
  return resampleMask(mask, transform.region, LOCATOR_OUTPUT_WIDTH, LOCATOR_OUTPUT_HEIGHT);
}

/** Photograph point of a (fractional) output-map position; (0, 0) is the centre of the first cell, and of the first pixel. */
export function locatorToPhoto(transform: LocatorTransform, point: ImagePoint): ImagePoint {
  const { region } = transform;
  return {
    x: region.left + ((point.x + 0.5) * region.width) / LOCATOR_OUTPUT_WIDTH - 0.5,
    y: region.top + ((point.y + 0.5) * region.height) / LOCATOR_OUTPUT_HEIGHT - 0.5,
  };
}

/** Inverse of `locatorToPhoto`. */
export function photoToLocator(transform: LocatorTransform, point: ImagePoint): ImagePoint {
  const { region } = transform;
  return {
    x: ((point.x + 0.5 - region.left) * LOCATOR_OUTPUT_WIDTH) / region.width - 0.5,
    y: ((point.y + 0.5 - region.top) * LOCATOR_OUTPUT_HEIGHT) / region.height - 0.5,
  };
}
