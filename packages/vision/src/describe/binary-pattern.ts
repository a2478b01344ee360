import type { NormalisedLuminance } from './normalised-luminance.ts';

/** Bins of the rotation-invariant uniform pattern of 8 neighbours: 0 to 8 set bits in one run, and everything else. */
export const PATTERN_BINS = 10;

/** Differences below this (in face deviations) count as equal, so that sensor noise on flat parts makes no pattern. */
const TOLERANCE = 0.05;

/** Histogram of rotation-invariant uniform local binary patterns (8 neighbours, radius 1) inside a face.
 * @returns `PATTERN_BINS` shares that sum to 1; all 0 when the face is too small
 * @source T. Ojala, M. Pietikainen, T. Maenpaa, Multiresolution gray-scale and rotation invariant texture classification
 *   with local binary patterns, IEEE PAMI 24 (2002) 971-987, doi:10.1109/TPAMI.2002.1017623, LBP riu2 8,1;
 *   deviates: square neighbourhood without interpolation, and a tolerance against noise */
export function binaryPatternHistogram(luminance: NormalisedLuminance): Float64Array {
  const { width, height, values, inside } = luminance;
  const histogram = new Float64Array(PATTERN_BINS);
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      const above = at - width;
      const below = at + width;
      const upper = inside[above - 1] & inside[above] & inside[above + 1];
      const lower = inside[below - 1] & inside[below] & inside[below + 1];
      if ((upper & lower & inside[at - 1] & inside[at + 1]) === 0) continue;
      const limit = values[at] + TOLERANCE;
      // Numbers rather than branches, half of which would be guessed wrong.
      const bits =
        Number(values[above - 1] > limit) |
        (Number(values[above] > limit) << 1) |
        (Number(values[above + 1] > limit) << 2) |
        (Number(values[at + 1] > limit) << 3) |
        (Number(values[below + 1] > limit) << 4) |
        (Number(values[below] > limit) << 5) |
        (Number(values[below - 1] > limit) << 6) |
        (Number(values[at - 1] > limit) << 7);
      histogram[PATTERN_TABLE[bits]] += 1;
      count += 1;
    }
  }
  for (let i = 0; i < histogram.length; i += 1) histogram[i] /= Math.max(1, count);
  return histogram;
}

/** Bin of each of the 256 neighbourhoods. */
const PATTERN_TABLE = Uint8Array.from({ length: 256 }, (_, bits) => {
  let set = 0;
  let changes = 0;
  for (let k = 0; k < 8; k += 1) {
    const here = (bits >> k) & 1;
    set += here;
    if (here !== ((bits >> ((k + 1) % 8)) & 1)) changes += 1;
  }
  return changes <= 2 ? set : 9;
});
