import { distanceToEdge } from '../geometry/distance-to-edge.ts';
import { localStatistics } from '../image/local-statistics.ts';
import { weightedPercentiles } from '../image/percentiles.ts';
import type { PlanarTensor } from '../image/planar-tensor.ts';
import { createPlanarTensor, planeOf } from '../image/planar-tensor.ts';
import type { FloatImage } from '../image/value-image.ts';
import { CANONICAL_HEIGHT, CANONICAL_WIDTH } from './canonical-pose.ts';
import type { RectifiedFace } from './rectify-face.ts';
import { averageBlocks, FINE_FACTOR, FINE_HEIGHT, FINE_WIDTH } from './rectify-face.ts';

/** Input channels of the surface network, in order. */
export const SURFACE_CHANNEL_NAMES = [
  'luminance, plane removed, z-score',
  'luminance, local z-score',
  'fine texture energy, log ratio to the face median',
  'glint: brightest fine sample over the local mean',
  'saturation over the face median',
  'inside the face',
  'depth below the notch edge, 0 to 1',
  'distance to the outline, 0 to 1',
] as const;
export const SURFACE_CHANNELS = SURFACE_CHANNEL_NAMES.length;
export const SURFACE_WIDTH = CANONICAL_WIDTH;
export const SURFACE_HEIGHT = CANONICAL_HEIGHT;
/** Output map: half the input. */
export const SURFACE_OUTPUT_WIDTH = CANONICAL_WIDTH / 2;
export const SURFACE_OUTPUT_HEIGHT = CANONICAL_HEIGHT / 2;
/** Changes whenever the numbers in the tensor change. */
export const SURFACE_INPUT_VERSION = 1;

/** Local contrast window, cells: about 1 mm on a full-size face, larger than a facet and smaller than a zone. */
const CONTRAST_RADIUS = 9;
const ENERGY_RADIUS = 3;
const CONTRAST_FLOOR = 0.01;

/** What the surface network sees of a rectified face: the same function in training and in use.
 * Every channel is relative to the face itself (its mean, spread, median), so that exposure, gain, a sideways light
 * gradient and the sharpness of the camera drop out. Cells outside the face are 0.
 * @returns `SURFACE_CHANNELS` x 160 x 192 */
export function surfaceInput(face: RectifiedFace): PlanarTensor {
  const tensor = createPlanarTensor(SURFACE_CHANNELS, SURFACE_HEIGHT, SURFACE_WIDTH);
  const mask = face.mask.data;
  const luminance = averageBlocks(face.luminance.data, FINE_WIDTH, FINE_HEIGHT, FINE_FACTOR).data;
  const saturation = averageBlocks(face.saturation.data, FINE_WIDTH, FINE_HEIGHT, FINE_FACTOR).data;
  fillGlobal(luminance, mask, planeOf(tensor, 0));
  fillLocal(luminance, mask, planeOf(tensor, 1));
  fillEnergy(face, planeOf(tensor, 2));
  fillGlint(face.luminance, luminance, mask, planeOf(tensor, 3));
  fillSaturation(saturation, mask, planeOf(tensor, 4));
  planeOf(tensor, 5).set(mask);
  fillPosition(mask, planeOf(tensor, 6), planeOf(tensor, 7));
  return tensor;
}

/** Removes the least-squares plane inside the mask, then divides by the remaining deviation. */
function fillGlobal(luminance: Float32Array, mask: Float32Array, out: Float32Array): void {
  const plane = fitPlane(luminance, mask, SURFACE_WIDTH, SURFACE_HEIGHT);
  let weight = 0;
  let square = 0;
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] === 0) continue;
    const x = i % SURFACE_WIDTH;
    const y = (i - x) / SURFACE_WIDTH;
    out[i] = luminance[i] - plane.offset - plane.x * x - plane.y * y;
    weight += mask[i];
    square += mask[i] * out[i] * out[i];
  }
  const deviation = Math.sqrt(square / Math.max(1, weight)) + CONTRAST_FLOOR;
  for (let i = 0; i < out.length; i += 1) out[i] = limit(out[i] / deviation, 3) * mask[i];
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
  const [mx, my, mv] = [sx / w, sy / w, sv / w];
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let xv = 0;
  let yv = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const share = weight[y * width + x];
      if (share === 0) continue;
      const [dx, dy, dv] = [x - mx, y - my, values[y * width + x] - mv];
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

function fillLocal(luminance: Float32Array, mask: Float32Array, out: Float32Array): void {
  const around = localStatistics(luminance, mask, SURFACE_WIDTH, SURFACE_HEIGHT, CONTRAST_RADIUS);
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] === 0) continue;
    const z = (luminance[i] - around.mean[i]) / (around.deviation[i] + CONTRAST_FLOOR);
    out[i] = limit(z, 3) * mask[i];
  }
}

function fillEnergy(face: RectifiedFace, out: Float32Array): void {
  const { energy, weight } = detailEnergy(face.luminance.data, face.cover.data);
  const mask = face.mask.data;
  const mean = localStatistics(energy, weight, SURFACE_WIDTH, SURFACE_HEIGHT, ENERGY_RADIUS).mean;
  const logs = new Float32Array(mean.length);
  for (let i = 0; i < mean.length; i += 1) logs[i] = 0.5 * Math.log(mean[i] + 1e-6);
  const [middle] = weightedPercentiles(logs, weight, -8, 1, [0.5]);
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] > 0 && mean[i] > 0) out[i] = limit(1.5 * (logs[i] - middle), 3) * mask[i];
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
      const cell = (y >> 1) * SURFACE_WIDTH + (x >> 1);
      energy[cell] += difference * difference;
      weight[cell] += 1;
    }
  }
  for (let i = 0; i < energy.length; i += 1) {
    if (weight[i] === 0) continue;
    energy[i] /= weight[i];
    weight[i] *= 0.25;
  }
  return { energy, weight };
}

function fillGlint(fine: FloatImage, luminance: Float32Array, mask: Float32Array, out: Float32Array): void {
  const around = localStatistics(luminance, mask, SURFACE_WIDTH, SURFACE_HEIGHT, CONTRAST_RADIUS);
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] === 0) continue;
    const x = i % SURFACE_WIDTH;
    const y = (i - x) / SURFACE_WIDTH;
    const at = FINE_FACTOR * (y * FINE_WIDTH + x);
    const top = Math.max(
      fine.data[at],
      fine.data[at + 1],
      fine.data[at + FINE_WIDTH],
      fine.data[at + FINE_WIDTH + 1],
    );
    out[i] = limit((top - around.mean[i]) / (around.deviation[i] + CONTRAST_FLOOR), 4) * mask[i];
  }
}

function fillSaturation(saturation: Float32Array, mask: Float32Array, out: Float32Array): void {
  const [middle] = weightedPercentiles(saturation, mask, 0, 1, [0.5]);
  for (let i = 0; i < out.length; i += 1) {
    if (mask[i] > 0) out[i] = limit(6 * (saturation[i] - middle), 3) * mask[i];
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
