import type { ImagePoint } from '../image/value-image.ts';

/** The longest closed iso-line of a map by marching squares, clockwise on screen, sub-cell by linear interpolation.
 * The map is treated as surrounded by zeros, so a region at the border closes along the border.
 * @returns points in cells, (0, 0) = centre of the first cell; empty when nothing exceeds `level`
 * @source W. E. Lorensen, H. E. Cline, Marching cubes, SIGGRAPH 1987, doi:10.1145/37402.37422 (its planar case);
 *   saddles are resolved by the mean of the four corners */
export function traceContour(
  values: Float32Array,
  width: number,
  height: number,
  level: number,
): ImagePoint[] {
  const grid = { width: width + 2, height: height + 2, data: pad(values, width, height) };
  const next = linkCells(grid, level);
  const seen = new Uint8Array(next.length);
  let longest: ImagePoint[] = [];
  for (let start = 0; start < next.length; start += 1) {
    if (next[start] < 0 || seen[start] === 1) continue;
    const loop: ImagePoint[] = [];
    let edge = start;
    while (edge >= 0 && seen[edge] === 0) {
      seen[edge] = 1;
      loop.push(crossing(grid, edge, level));
      edge = next[edge];
    }
    if (loop.length > longest.length) longest = loop;
  }
  return longest;
}

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

function pad(values: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array((width + 2) * (height + 2));
  for (let y = 0; y < height; y += 1) {
    out.set(values.subarray(y * width, (y + 1) * width), (y + 1) * (width + 2) + 1);
  }
  return out;
}

/** Edge numbers: 2 * node for the edge to the right neighbour, 2 * node + 1 for the edge to the lower one.
 * `next[e]` is the edge on which the iso-line that crosses `e` leaves the cell, with the inside on its right. */
function linkCells(grid: Grid, level: number): Int32Array {
  const { width, height, data } = grid;
  const next = new Int32Array(2 * width * height).fill(-1);
  const leaving: number[] = [];
  const entering: number[] = [];
  for (let y = 0; y + 1 < height; y += 1) {
    for (let x = 0; x + 1 < width; x += 1) {
      const node = y * width + x;
      // Most cells lie wholly inside or outside: no line crosses them.
      const isInside = data[node] >= level;
      if (
        isInside === data[node + 1] >= level &&
        isInside === data[node + width] >= level &&
        isInside === data[node + width + 1] >= level
      ) {
        continue;
      }
      const corners = [node, node + 1, node + width + 1, node + width];
      const edges = [2 * node, 2 * (node + 1) + 1, 2 * (node + width), 2 * node + 1];
      leaving.length = 0;
      entering.length = 0;
      let mean = 0;
      for (let k = 0; k < 4; k += 1) {
        mean += data[corners[k]] / 4;
        const here = data[corners[k]] >= level;
        const then = data[corners[(k + 1) % 4]] >= level;
        if (here && !then) leaving.push(edges[k]);
        if (!here && then) entering.push(edges[k]);
      }
      if (leaving.length === 1) next[leaving[0]] = entering[0];
      if (leaving.length === 2) linkSaddle(next, leaving, entering, corners, data, level, mean);
    }
  }
  return next;
}

function linkSaddle(
  next: Int32Array,
  leaving: readonly number[],
  entering: readonly number[],
  corners: readonly number[],
  data: Float32Array,
  level: number,
  mean: number,
): void {
  // With the first corner inside, the walk meets "leaving" first, so its own "entering" edge is the last one met.
  const firstInside = data[corners[0]] >= level;
  const own = firstInside ? [entering[1], entering[0]] : [entering[0], entering[1]];
  const joined = mean >= level;
  next[leaving[0]] = joined ? own[1] : own[0];
  next[leaving[1]] = joined ? own[0] : own[1];
}

function crossing(grid: Grid, edge: number, level: number): ImagePoint {
  const node = edge >> 1;
  const isVertical = (edge & 1) === 1;
  const a = grid.data[node];
  const b = grid.data[isVertical ? node + grid.width : node + 1];
  const part = a === b ? 0.5 : (level - a) / (b - a);
  const x = (node % grid.width) - 1;
  const y = Math.floor(node / grid.width) - 1;
  return isVertical ? { x, y: y + part } : { x: x + part, y };
}
