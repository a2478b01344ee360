import type { LocalStatistics } from '../image/local-statistics.ts';
import { localStatistics } from '../image/local-statistics.ts';
import type { NormalisedLuminance } from './normalised-luminance.ts';
import { TEXTURE_ZONES } from './texture-zones.ts';

/** Names of the tone statistics, in order. */
export const TONE_NAMES = [
  'tone-skewness',
  'tone-kurtosis',
  'tone-entropy',
  'contrast-fine',
  'contrast-coarse',
  'contrast-spread',
  'glint-share',
  ...TEXTURE_ZONES.map((zone) => `tone-${zone}`),
  ...TEXTURE_ZONES.map((zone) => `contrast-${zone}`),
  ...TEXTURE_ZONES.map((zone) => `glint-${zone}`),
];

const HISTOGRAM_BINS = 32;
const HISTOGRAM_REACH = 3;
const FINE_RADIUS = 3;
const COARSE_RADIUS = 12;
/** A glint is a sample this many local deviations above its surroundings (a lone facet that mirrors the lamp). */
const GLINT = 2;

/** Statistics around every sample: overwritten by every call. */
let room: { readonly fine: LocalStatistics; readonly coarse: LocalStatistics } | undefined;

function roomFor(length: number): NonNullable<typeof room> {
  if (room?.fine.mean.length === length) return room;
  const fresh = (): LocalStatistics => ({
    mean: new Float32Array(length),
    deviation: new Float32Array(length),
  });
  room = { fine: fresh(), coarse: fresh() };
  return room;
}

/** Brightness, contrast, entropy and glint statistics of a face on the canonical grid (about 0.05 mm a sample).
 * @param luminance - normalised, so that everything is relative to the face
 * @source local contrast (deviation in a window) and entropy as in R. M. Haralick, Statistical and structural approaches
 *   to texture, Proc. IEEE 67 (1979) 786-804, doi:10.1109/PROC.1979.11328 */
export function toneStatistics(luminance: NormalisedLuminance, zones: Int8Array): Float64Array {
  const { width, height, values, inside } = luminance;
  const weight = new Float32Array(inside);
  const around = roomFor(values.length);
  const fine = localStatistics(values, weight, width, height, FINE_RADIUS, around.fine).deviation;
  const coarse = localStatistics(values, weight, width, height, COARSE_RADIUS, around.coarse);
  const zoneSums = new Float64Array(3 * TEXTURE_ZONES.length);
  const zoneCounts = new Float64Array(TEXTURE_ZONES.length);
  const histogram = new Float64Array(HISTOGRAM_BINS);
  const sums = { count: 0, third: 0, fourth: 0, fine: 0, fineSquare: 0, coarse: 0, glints: 0 };
  for (let i = 0; i < values.length; i += 1) {
    if (inside[i] === 0) continue;
    const value = values[i];
    const glint = value - coarse.mean[i] > GLINT * coarse.deviation[i] + 0.1 ? 1 : 0;
    sums.count += 1;
    const square = value * value;
    sums.third += square * value;
    sums.fourth += square * square;
    sums.fine += fine[i];
    sums.fineSquare += fine[i] * fine[i];
    sums.coarse += coarse.deviation[i];
    sums.glints += glint;
    const part = (value + HISTOGRAM_REACH) / (2 * HISTOGRAM_REACH);
    histogram[Math.max(0, Math.min(HISTOGRAM_BINS - 1, Math.floor(part * HISTOGRAM_BINS)))] += 1;
    const zone = zones[i];
    if (zone < 0) continue;
    zoneCounts[zone] += 1;
    zoneSums[zone] += value;
    zoneSums[TEXTURE_ZONES.length + zone] += fine[i];
    zoneSums[2 * TEXTURE_ZONES.length + zone] += glint;
  }
  const count = Math.max(1, sums.count);
  const fineMean = sums.fine / count;
  zoneSums.forEach((sum, i) => {
    zoneSums[i] = sum / Math.max(1, zoneCounts[i % TEXTURE_ZONES.length]);
  });
  return Float64Array.of(
    sums.third / count,
    sums.fourth / count,
    entropyBits(histogram, count),
    fineMean,
    sums.coarse / count,
    Math.sqrt(Math.max(0, sums.fineSquare / count - fineMean * fineMean)),
    sums.glints / count,
    ...zoneSums,
  );
}

function entropyBits(histogram: Float64Array, count: number): number {
  let entropy = 0;
  for (const bin of histogram) {
    if (bin > 0) entropy -= (bin / count) * Math.log2(bin / count);
  }
  return entropy;
}
