import { connectedRegions } from '../locate/connected-regions.ts';
import { FACE_ZONES, faceFrame, zoneMap } from './face-zones.ts';

/** Names of the map statistics, in order. All areas are weighted by the cover of the measured outline. */
export const MAP_STATISTIC_NAMES = [
  /** 100 * (1 - mean cleavage probability): the map's percent shear. */
  'map-shear',
  /** Percent shear when cells above a probability count as cleavage. */
  'map-shear-at-30',
  'map-shear-at-50',
  'map-shear-at-70',
  /** Mean binary entropy of the cells, bits: how undecided the map is. */
  'map-entropy',
  /** Total variation of the map over the square root of the area: raggedness of the boundary. */
  'map-edge',
  /** Largest cleavage island over all cleavage, 0 to 1; 0 without cleavage. */
  'map-largest-island',
  /** Mean depth of cleavage (0 notch, 1 back) less that of the face, and its mean side distance from the middle. */
  'map-depth-shift',
  'map-side-spread',
  ...FACE_ZONES.map((zone) => `map-cleavage-${zone}`),
] as const;

/** Summarises a cleavage map for the laboratory head.
 * @param cleavage - probability of cleavage, 0 to 1, row-major `width * height`, canonical frame
 * @param mask - cover of the face, same shape, 0 to 1: the weight of each cell
 * @returns in the order of `MAP_STATISTIC_NAMES`   @throws RangeError when the mask is empty or shapes differ */
export function mapStatistics(
  cleavage: Float32Array,
  mask: Float32Array,
  width: number,
  height: number,
): Float64Array {
  if (cleavage.length !== width * height || mask.length !== width * height) {
    throw new RangeError(
      `map ${cleavage.length}, mask ${mask.length}: both need ${width} x ${height} values`,
    );
  }
  const sums = weighedSums(cleavage, mask);
  if (sums.area <= 0) throw new RangeError('mask is empty: the face has no area');
  const percent = (cleavageArea: number): number => 100 * (1 - cleavageArea / sums.area);
  const place = placement(cleavage, mask, width, height);
  return Float64Array.of(
    percent(sums.soft),
    percent(sums.at30),
    percent(sums.at50),
    percent(sums.at70),
    sums.entropy / sums.area,
    totalVariation(cleavage, mask, width, height) / Math.sqrt(sums.area),
    largestIsland(cleavage, mask, width, height),
    place.depthShift,
    place.sideSpread,
    ...zoneShares(cleavage, mask, width, height),
  );
}

function weighedSums(cleavage: Float32Array, mask: Float32Array) {
  const sums = { area: 0, soft: 0, at30: 0, at50: 0, at70: 0, entropy: 0 };
  for (let i = 0; i < cleavage.length; i += 1) {
    const share = mask[i];
    if (share === 0) continue;
    const p = cleavage[i];
    sums.area += share;
    sums.soft += share * p;
    if (p > 0.3) sums.at30 += share;
    if (p > 0.5) sums.at50 += share;
    if (p > 0.7) sums.at70 += share;
    if (p > 1e-6 && p < 1 - 1e-6) {
      sums.entropy -= share * (p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
    }
  }
  return sums;
}

function totalVariation(cleavage: Float32Array, mask: Float32Array, width: number, height: number): number {
  let sum = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (x + 1 < width) {
        sum += Math.min(mask[at], mask[at + 1]) * Math.abs(cleavage[at + 1] - cleavage[at]);
      }
      if (y + 1 < height) {
        sum += Math.min(mask[at], mask[at + width]) * Math.abs(cleavage[at + width] - cleavage[at]);
      }
    }
  }
  return sum;
}

function largestIsland(cleavage: Float32Array, mask: Float32Array, width: number, height: number): number {
  const inside = new Float32Array(cleavage.length);
  for (let i = 0; i < inside.length; i += 1) inside[i] = mask[i] >= 0.5 ? cleavage[i] : 0;
  const { regions } = connectedRegions(inside, width, height, 0.5);
  let all = 0;
  let largest = 0;
  for (const region of regions) {
    all += region.area;
    largest = Math.max(largest, region.area);
  }
  return all === 0 ? 0 : largest / all;
}

function placement(cleavage: Float32Array, mask: Float32Array, width: number, height: number) {
  const frame = faceFrame(mask, width, height);
  const depth = Math.max(1, frame.bottom - frame.top);
  let area = 0;
  let meanDepth = 0;
  let weight = 0;
  let cleavageDepth = 0;
  let side = 0;
  for (let y = 0; y < height; y += 1) {
    const half = Math.max(1, (frame.last[y] - frame.first[y]) / 2);
    const middle = (frame.last[y] + frame.first[y]) / 2;
    for (let x = 0; x < width; x += 1) {
      const share = mask[y * width + x];
      if (share === 0) continue;
      const p = share * cleavage[y * width + x];
      const part = (y - frame.top) / depth;
      area += share;
      meanDepth += share * part;
      weight += p;
      cleavageDepth += p * part;
      side += p * Math.min(1.5, Math.abs(x - middle) / half);
    }
  }
  // Pulled to "as the face" when there is next to no cleavage to place: one percent of the face counts as neutral.
  const neutral = 0.01 * area;
  return {
    depthShift: (cleavageDepth + (neutral * meanDepth) / area) / (weight + neutral) - meanDepth / area,
    sideSpread: (side + neutral * 0.5) / (weight + neutral),
  };
}

/** Mean cleavage probability of each zone; 0 where a zone is empty. */
function zoneShares(cleavage: Float32Array, mask: Float32Array, width: number, height: number): number[] {
  const zones = zoneMap(mask, width, height);
  const weight = new Float64Array(FACE_ZONES.length);
  const sum = new Float64Array(FACE_ZONES.length);
  for (let i = 0; i < zones.length; i += 1) {
    const zone = zones[i];
    if (zone < 0) continue;
    weight[zone] += mask[i];
    sum[zone] += mask[i] * cleavage[i];
  }
  return FACE_ZONES.map((_, zone) => (weight[zone] === 0 ? 0 : sum[zone] / weight[zone]));
}
