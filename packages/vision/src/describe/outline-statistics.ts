import type { FloatImage } from '../image/value-image.ts';
import { faceFrame } from '../map/face-zones.ts';

/** Names of the outline statistics, in order; lengths are relative to the depth of the ligament. */
export const OUTLINE_NAMES = [
  /** ln(median width of the upper half / depth). */
  'outline-aspect',
  /** Widest row of the lower half over the median width of the upper half, less 1: lateral expansion. */
  'outline-bulge',
  /** Narrowest row just under the notch over that at mid-depth, less 1: contraction at the notch. */
  'outline-contraction',
  /** Difference of the bulges of the two sides over their sum: one-sided lips. */
  'outline-asymmetry',
  /** How far the back edge's middle lies beyond its ends. */
  'outline-back-bow',
  /** Deviation of the side edges from their own straight lines: ragged lips. */
  'outline-raggedness',
];

/** Shape of the deformed outline in the canonical frame: tough specimens contract at the notch and bulge at the back.
 * @param mask - cover on the canonical grid
 * @source the quantities follow ASTM E23 (lateral expansion: widening of the compression side opposite the notch);
 *   deviates: read from one photograph, relative to the width under the notch, not gauged */
export function outlineStatistics(mask: FloatImage): Float64Array {
  const { width, height, data } = mask;
  const frame = faceFrame(data, width, height);
  const depth = frame.bottom - frame.top + 1;
  if (depth < 8) return new Float64Array(OUTLINE_NAMES.length);
  const row = (part: number): number => frame.top + Math.min(depth - 1, Math.floor(part * depth));
  const widthAt = (y: number): number => Math.max(0, frame.last[y] - frame.first[y] + 1);
  const upper = median(range(row(0.1), row(0.5)).map(widthAt));
  const mid = median(range(row(0.4), row(0.6)).map(widthAt));
  const under = median(range(row(0.05), row(0.2)).map(widthAt));
  const lower = range(row(0.5), row(0.97));
  const firstUpper = median(range(row(0.1), row(0.5)).map((y) => frame.first[y]));
  const lastUpper = median(range(row(0.1), row(0.5)).map((y) => frame.last[y]));
  const leftBulge = Math.max(...lower.map((y) => firstUpper - frame.first[y]));
  const rightBulge = Math.max(...lower.map((y) => frame.last[y] - lastUpper));
  return Float64Array.of(
    Math.log(Math.max(1, upper) / depth),
    Math.max(...lower.map(widthAt)) / Math.max(1, upper) - 1,
    under / Math.max(1, mid) - 1,
    (leftBulge - rightBulge) ** 2 / (Math.abs(leftBulge) + Math.abs(rightBulge) + 2) ** 2,
    backBow(data, width, height, frame.first[row(0.9)], frame.last[row(0.9)]) / depth,
    (roughness(frame.first, row(0.1), row(0.9)) + roughness(frame.last, row(0.1), row(0.9))) / (2 * depth),
  );
}

function range(from: number, to: number): number[] {
  const out: number[] = [];
  for (let y = from; y <= to; y += 1) out.push(y);
  return out;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Mean depth of the back edge over the middle third less that over the outer quarters, cells. */
function backBow(mask: Float32Array, width: number, height: number, first: number, last: number): number {
  const bottomAt = (x: number): number => {
    for (let y = height - 1; y >= 0; y -= 1) if (mask[y * width + x] >= 0.5) return y;
    return 0;
  };
  const span = last - first;
  if (span < 8) return 0;
  const mean = (from: number, to: number): number => {
    const columns = range(Math.round(first + from * span), Math.round(first + to * span));
    return columns.reduce((sum, x) => sum + bottomAt(x), 0) / columns.length;
  };
  return mean(1 / 3, 2 / 3) - (mean(0.1, 0.3) + mean(0.7, 0.9)) / 2;
}

/** Root mean square distance of an edge from a running mean over nine rows, cells. */
function roughness(edge: Int32Array, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let y = from + 4; y <= to - 4; y += 1) {
    let mean = 0;
    for (let k = -4; k <= 4; k += 1) mean += edge[y + k] / 9;
    sum += (edge[y] - mean) ** 2;
    count += 1;
  }
  return Math.sqrt(sum / Math.max(1, count));
}
