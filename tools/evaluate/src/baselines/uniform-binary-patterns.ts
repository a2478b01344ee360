/** Bins of the rotation-invariant uniform pattern with eight neighbours: 0 to 8 set neighbours, and all other patterns. */
export const UNIFORM_BINS = 10;

/** Histogram of rotation-invariant uniform local binary patterns, eight neighbours at the given distance (no interpolation).
 * @param values - row-major   @param cover - a cell counts where it and its neighbours are at least half covered
 * @returns `UNIFORM_BINS` shares that sum to 1 (all 0 without any cell)
 * @source T. Ojala, M. Pietikäinen, T. Mäenpää, IEEE TPAMI 24 (2002) 971–987, eq. 9 */
export function uniformPatterns(
  values: Float32Array,
  cover: Float32Array,
  width: number,
  distance: number,
): number[] {
  const height = values.length / width;
  const ring = [
    [-1, -1],
    [0, -1],
    [1, -1],
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
  ].map(([x, y]) => distance * (y * width + x));
  const bins = new Array<number>(UNIFORM_BINS).fill(0);
  let count = 0;
  for (let y = distance; y < height - distance; y++) {
    for (let x = distance; x < width - distance; x++) {
      const at = y * width + x;
      if (cover[at] < 0.5 || ring.some((step) => cover[at + step] < 0.5)) continue;
      let set = 0;
      let changes = 0;
      let before = values[at + ring[7]] >= values[at] ? 1 : 0;
      for (const step of ring) {
        const bit = values[at + step] >= values[at] ? 1 : 0;
        set += bit;
        if (bit !== before) changes++;
        before = bit;
      }
      bins[changes <= 2 ? set : UNIFORM_BINS - 1] += 1;
      count++;
    }
  }
  return count === 0 ? bins : bins.map((bin) => bin / count);
}
