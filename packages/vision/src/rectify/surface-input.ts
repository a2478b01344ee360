import { distanceToEdge } from '../geometry/distance-to-edge.ts';
import type { LocalStatistics } from '../image/local-statistics.ts';
import { localStatistics } from '../image/local-statistics.ts';
import type { PlanarTensor } from '../image/planar-tensor.ts';
import { createPlanarTensor, planeOf } from '../image/planar-tensor.ts';
import type { FloatImage } from '../image/value-image.ts';
import type { RectifiedFace } from './rectify-face.ts';
import { averageBlocks, FINE_HEIGHT, FINE_WIDTH } from './rectify-face.ts';

/** Fine samples per cell of the surface network and axis: a cell's samples are channels of their own. */
const SAMPLES = 4;

/** Input channels of the surface network, in order. */
export const SURFACE_CHANNEL_NAMES = [
  ...Array.from(
    { length: SAMPLES * SAMPLES },
    (_, i) =>
      `luminance, plane removed, z-score, sample row ${Math.floor(i / SAMPLES)} column ${i % SAMPLES}`,
  ),
  'local contrast: log of the deviation over the mean of the face',
  'fine texture: log of the detail energy over the mean of the face',
  'glint: brightest fine sample over the local mean',
  'saturation',
  'inside the face',
  'depth below the notch edge, 0 to 1',
  'distance to the outline, 0 to 1',
  'resolution: log2 of photograph pixels a canonical cell',
] as const;
export const SURFACE_CHANNELS = SURFACE_CHANNEL_NAMES.length;
/** Channel that holds `surfaceMask`. */
export const SURFACE_MASK_CHANNEL = SAMPLES * SAMPLES + 4;
/** Cells of the input and of the map: half the canonical grid, about 0.1 mm on a full-size face. */
export const SURFACE_WIDTH = FINE_WIDTH / SAMPLES;
export const SURFACE_HEIGHT = FINE_HEIGHT / SAMPLES;
/** The network answers for blocks of 2 x 2 cells: four channels, row by row, on half the grid. */
export const SURFACE_BLOCK = 2;
export const SURFACE_OUTPUTS = SURFACE_BLOCK ** 2;
/** Changes whenever the numbers in the tensor change. */
export const SURFACE_INPUT_VERSION = 2;

/** Local contrast window, cells: about 1 mm on a full-size face, larger than a facet and smaller than a zone. */
const CONTRAST_RADIUS = 5;
const ENERGY_RADIUS = 2;
const CONTRAST_FLOOR = 0.01;

/** What the surface network sees of a rectified face: the same function in training and in use.
 * Luminance is relative to the face itself (mean, slope and spread), so that exposure, gain and a sideways light gradient drop
 * out. How much contrast there is, relative to the mean, stays visible in channels of its own: a face that is all shear
 * and one that is all cleavage differ in little else. Cells outside the face are 0.
 * @param into - result of an earlier call, to be overwritten and returned @default a fresh one
 * @returns `SURFACE_CHANNELS` x 80 x 96 */
export function surfaceInput(face: RectifiedFace, into?: PlanarTensor): PlanarTensor {
  into?.data.fill(0);
  const tensor = into ?? createPlanarTensor(SURFACE_CHANNELS, SURFACE_HEIGHT, SURFACE_WIDTH);
  const first = SAMPLES * SAMPLES;
  const mask = surfaceMask(face);
  const luminance = averageBlocks(face.luminance.data, FINE_WIDTH, FINE_HEIGHT, SAMPLES).data;
  const saturation = averageBlocks(face.saturation.data, FINE_WIDTH, FINE_HEIGHT, SAMPLES).data;
  const mean = weightedMean(luminance, mask) + CONTRAST_FLOOR;
  fillSamples(face, luminance, mask, tensor);
  const around = localContrast(face, luminance, mask);
  fillContrast(around.deviation, mask, mean, planeOf(tensor, first));
  fillEnergy(face, mask, mean, planeOf(tensor, first + 1));
  fillGlint(face.luminance, around, mask, planeOf(tensor, first + 2));
  fillScaled(saturation, mask, 4, planeOf(tensor, first + 3));
  planeOf(tensor, SURFACE_MASK_CHANNEL).set(mask);
  fillPosition(mask, planeOf(tensor, first + 5), planeOf(tensor, first + 6));
  fillScaled(mask, mask, limit(Math.log2(face.pose.scale), 3), planeOf(tensor, first + 7));
  return tensor;
}

/** The tensor of the mirror image of the same face: left and right exchanged. */
export function mirroredSurfaceInput(input: PlanarTensor): PlanarTensor {
  const out = createPlanarTensor(SURFACE_CHANNELS, SURFACE_HEIGHT, SURFACE_WIDTH);
  for (let channel = 0; channel < SURFACE_CHANNELS; channel += 1) {
    const column = channel % SAMPLES;
    const source = channel < SAMPLES * SAMPLES ? channel - column + (SAMPLES - 1 - column) : channel;
    const from = planeOf(input, source);
    const to = planeOf(out, channel);
    for (let i = 0; i < to.length; i += 1) {
      const x = i % SURFACE_WIDTH;
      to[i] = from[i - x + (SURFACE_WIDTH - 1 - x)];
    }
  }
  return out;
}

/** Cover of the measured outline on the grid of the surface network, 0 to 1. */
export function surfaceMask(face: RectifiedFace): Float32Array {
  return averageBlocks(face.cover.data, FINE_WIDTH, FINE_HEIGHT, SAMPLES).data;
}

function weightedMean(values: Float32Array, weight: Float32Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i += 1) {
    sum += weight[i] * values[i];
    total += weight[i];
  }
  return total === 0 ? 0 : sum / total;
}

/** Fine samples without their plane: overwritten by every call, read only where the cover is above 0. */
const flat = new Float32Array(FINE_WIDTH * FINE_HEIGHT);

/** Removes the least-squares plane inside the mask, divides by the fine samples' remaining deviation, and deals the samples of
 * each cell out to channels. */
function fillSamples(
  face: RectifiedFace,
  luminance: Float32Array,
  mask: Float32Array,
  tensor: PlanarTensor,
): void {
  const plane = fitPlane(luminance, mask, SURFACE_WIDTH, SURFACE_HEIGHT);
  const fine = face.luminance.data;
  const cover = face.cover.data;
  const middle = (SAMPLES - 1) / 2;
  let weight = 0;
  let square = 0;
  for (let y = 0; y < FINE_HEIGHT; y += 1) {
    const level = plane.offset + (plane.y * (y - middle)) / SAMPLES;
    for (let x = 0; x < FINE_WIDTH; x += 1) {
      const i = y * FINE_WIDTH + x;
      const share = cover[i];
      if (share === 0) continue;
      const value = fine[i] - level - (plane.x * (x - middle)) / SAMPLES;
      flat[i] = value;
      weight += share;
      square += share * value * value;
    }
  }
  const factor = 1 / (Math.sqrt(square / Math.max(1, weight)) + CONTRAST_FLOOR);
  const cells = SURFACE_WIDTH * SURFACE_HEIGHT;
  const out = tensor.data;
  for (let y = 0; y < FINE_HEIGHT; y += 1) {
    const row = Math.floor(y / SAMPLES) * SURFACE_WIDTH;
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      let at = ((y % SAMPLES) * SAMPLES + sample) * cells + row;
      for (let i = y * FINE_WIDTH + sample; i < (y + 1) * FINE_WIDTH; i += SAMPLES) {
        if (cover[i] !== 0) out[at] = limit(flat[i] * factor, 3) * cover[i];
        at += 1;
      }
    }
  }
}

/** Weighted least-squares plane `offset + x * column + y * row`; flat when the mask is too small to tell. */
export function fitPlane(
  values: Float32Array,
  weight: Float32Array,
  width: number,
  height: number,
): { offset: number; x: number; y: number } {
  let w = 0;
  let sx = 0;
  let sy = 0;
  let sv = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const share = weight[y * width + x];
      w += share;
      sx += share * x;
      sy += share * y;
      sv += share * values[y * width + x];
    }
  }
  if (w === 0) return { offset: 0, x: 0, y: 0 };
  const mx = sx / w;
  const my = sy / w;
  const mv = sv / w;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let xv = 0;
  let yv = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const share = weight[y * width + x];
      if (share === 0) continue;
      const dx = x - mx;
      const dy = y - my;
      const dv = values[y * width + x] - mv;
      xx += share * dx * dx;
      xy += share * dx * dy;
      yy += share * dy * dy;
      xv += share * dx * dv;
      yv += share * dy * dv;
    }
  }
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-9 * xx * yy)) return { offset: mv, x: 0, y: 0 };
  const gx = (xv * yy - yv * xy) / determinant;
  const gy = (yv * xx - xv * xy) / determinant;
  return { offset: mv - gx * mx - gy * my, x: gx, y: gy };
}

/** Mean and deviation of the fine luminance around each cell. */
function localContrast(face: RectifiedFace, luminance: Float32Array, mask: Float32Array): LocalStatistics {
  const { data } = face.luminance;
  const squares = new Float32Array(luminance.length);
  for (let y = 0; y < FINE_HEIGHT; y += 1) {
    const row = Math.floor(y / SAMPLES) * SURFACE_WIDTH;
    for (let x = 0; x < FINE_WIDTH; x += 1) {
      const value = data[y * FINE_WIDTH + x];
      squares[row + ((x / SAMPLES) | 0)] += (value * value) / (SAMPLES * SAMPLES);
    }
  }
  const whole = new Float32Array(mask.length);
  for (let i = 0; i < whole.length; i += 1) whole[i] = mask[i] > 0.98 ? mask[i] : 0;
  const { mean } = localStatistics(luminance, whole, SURFACE_WIDTH, SURFACE_HEIGHT, CONTRAST_RADIUS);
  const square = localStatistics(squares, whole, SURFACE_WIDTH, SURFACE_HEIGHT, CONTRAST_RADIUS).mean;
  const deviation = new Float32Array(mean.length);
  for (let i = 0; i < mean.length; i += 1) {
    deviation[i] = Math.sqrt(Math.max(0, square[i] - mean[i] * mean[i]));
  }
  return { mean, deviation };
}

/** Contrast of 0.1 (a matt face) gives 0, of 0.3 (glints) 1.1. */
function fillContrast(deviation: Float32Array, mask: Float32Array, mean: number, out: Float32Array): void {
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] > 0) out[i] = limit(Math.log(deviation[i] / mean + 0.005) + 2.3, 3) * mask[i];
  }
}

function fillEnergy(face: RectifiedFace, mask: Float32Array, mean: number, out: Float32Array): void {
  const { energy, weight } = detailEnergy(face.luminance.data, face.cover.data);
  const around = localStatistics(energy, weight, SURFACE_WIDTH, SURFACE_HEIGHT, ENERGY_RADIUS).mean;
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] > 0)
      out[i] = limit(Math.log(Math.sqrt(Math.max(0, around[i])) / mean + 0.001) + 4, 3) * mask[i];
  }
}

/** Mean squared difference of the fine samples of each cell to their four neighbours' mean, and the share of samples
 * that have all neighbours inside the face: the step from face to background is no texture. */
function detailEnergy(
  values: Float32Array,
  cover: Float32Array,
): { energy: Float32Array; weight: Float32Array } {
  const energy = new Float32Array(SURFACE_WIDTH * SURFACE_HEIGHT);
  const weight = new Float32Array(energy.length);
  for (let y = 1; y < FINE_HEIGHT - 1; y += 1) {
    for (let x = 1; x < FINE_WIDTH - 1; x += 1) {
      const i = y * FINE_WIDTH + x;
      if (cover[i] < 1) continue;
      if (cover[i - 1] < 1 || cover[i + 1] < 1) continue;
      if (cover[i - FINE_WIDTH] < 1 || cover[i + FINE_WIDTH] < 1) continue;
      const around = values[i - 1] + values[i + 1] + values[i - FINE_WIDTH] + values[i + FINE_WIDTH];
      const difference = values[i] - 0.25 * around;
      const cell = ((y / SAMPLES) | 0) * SURFACE_WIDTH + ((x / SAMPLES) | 0);
      energy[cell] += difference * difference;
      weight[cell] += 1;
    }
  }
  for (let i = 0; i < energy.length; i += 1) {
    if (weight[i] === 0) continue;
    energy[i] /= weight[i];
    weight[i] /= SAMPLES * SAMPLES;
  }
  return { energy, weight };
}

function fillGlint(fine: FloatImage, around: LocalStatistics, mask: Float32Array, out: Float32Array): void {
  const values = fine.data;
  const brightest = new Float32Array(out.length);
  for (let y = 0; y < FINE_HEIGHT; y += 1) {
    const row = Math.floor(y / SAMPLES) * SURFACE_WIDTH;
    for (let x = 0; x < FINE_WIDTH; x += 1) {
      const cell = row + ((x / SAMPLES) | 0);
      const value = values[y * FINE_WIDTH + x];
      if (value > brightest[cell]) brightest[cell] = value;
    }
  }
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] === 0) continue;
    const excess = (brightest[i] - around.mean[i]) / (around.deviation[i] + CONTRAST_FLOOR);
    out[i] = limit(excess, 4) * mask[i];
  }
}

function fillScaled(values: Float32Array, mask: Float32Array, factor: number, out: Float32Array): void {
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] > 0) out[i] = limit(factor * values[i], 3) * mask[i];
  }
}

function fillPosition(mask: Float32Array, depth: Float32Array, edge: Float32Array): void {
  let bottom = 0;
  let top = SURFACE_HEIGHT;
  for (let i = 0; i < mask.length; i += 1) {
    if (mask[i] < 0.5) continue;
    const y = Math.floor(i / SURFACE_WIDTH);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const distance = distanceToEdge(mask, SURFACE_WIDTH, SURFACE_HEIGHT);
  // Relative to the ligament depth (8 mm on every standard width), so that a lip has the same value on sub-size faces.
  const extent = Math.max(1, bottom - top);
  for (let i = 0; i < mask.length; i += 1) {
    if (mask[i] === 0) continue;
    const y = Math.floor(i / SURFACE_WIDTH);
    depth[i] = limit((y - top) / extent, 1) * mask[i];
    edge[i] = limit((2 * distance[i]) / extent, 1) * mask[i];
  }
}

function limit(value: number, bound: number): number {
  return value > bound ? bound : Math.max(value, -bound);
}
