import type { ImagePoint } from '../image/value-image.ts';

/** Sub-scanlines a pixel: horizontal cover is exact along each, so cover is good to about 1/32. */
const LINES = 8;

/** Anti-aliased cover of a polygon on a grid (even-odd rule).
 * @param polygon - grid coordinates, (0, 0) = centre of the first cell
 * @returns row-major `width * height`, 0 to 1 */
export function rasterisePolygon(
  polygon: readonly ImagePoint[],
  width: number,
  height: number,
): Float32Array {
  const cover = new Float32Array(width * height);
  const edges = edgesOf(polygon);
  // Of every line of a row: the crossings, and how many.
  const crossings = Array.from({ length: LINES }, () => new Float64Array(polygon.length));
  const counts = new Int32Array(LINES);
  const first = Math.max(0, Math.floor(edges.top));
  const last = Math.min(height - 1, Math.ceil(edges.bottom));
  const near = new Int32Array(polygon.length);
  for (let y = first; y <= last; y += 1) {
    const nearCount = edgesNear(edges, y, near);
    for (let line = 0; line < LINES; line += 1) {
      counts[line] = scanCrossings(edges, near, nearCount, y - 0.5 + (line + 0.5) / LINES, crossings[line]);
    }
    const row = y * width;
    const full = fullCells(crossings, counts, width);
    for (let line = 0; line < LINES; line += 1) {
      const [at, count] = [crossings[line], counts[line]];
      for (let i = 0; i + 1 < count; i += 2) addSpan(cover, row, width, at[i], at[i + 1], full);
    }
    for (let i = row; i < row + width; i += 1) cover[i] = Math.min(1, cover[i] / LINES);
    cover.fill(1, row + full.from, row + full.to);
  }
  return cover;
}

/** Cells `from` up to, not including, `to`. */
interface CellRange {
  readonly from: number;
  readonly to: number;
}

const NO_CELLS: CellRange = { from: 0, to: 0 };

/** The cells of a row that every line covers from edge to edge; none unless each line has one span. */
function fullCells(crossings: readonly Float64Array[], counts: Int32Array, width: number): CellRange {
  let from = 0;
  let to = width;
  for (let line = 0; line < LINES; line += 1) {
    if (counts[line] !== 2) return NO_CELLS;
    from = Math.max(from, Math.floor(Math.max(0, crossings[line][0] + 0.5)) + 1);
    to = Math.min(to, Math.floor(Math.min(width, crossings[line][1] + 0.5)));
  }
  return from < to ? { from, to: Math.min(to, width - 1) } : NO_CELLS;
}

/** The sides of a polygon as numbers: `x, y` of the start and of the end of each. */
interface Edges {
  readonly ends: Float64Array;
  readonly top: number;
  readonly bottom: number;
}

function edgesOf(polygon: readonly ImagePoint[]): Edges {
  const ends = new Float64Array(4 * polygon.length);
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  polygon.forEach((a, i) => {
    const b = polygon[(i + 1) % polygon.length];
    ends.set([a.x, a.y, b.x, b.y], 4 * i);
    top = Math.min(top, a.y);
    bottom = Math.max(bottom, a.y);
  });
  return { ends, top, bottom };
}

/** Writes which sides reach into a row, by where they begin in `ends`. @returns how many */
function edgesNear({ ends }: Edges, row: number, near: Int32Array): number {
  let count = 0;
  for (let i = 0; i < ends.length; i += 4) {
    const ay = ends[i + 1];
    const by = ends[i + 3];
    if ((ay < row - 0.5 && by < row - 0.5) || (ay > row + 0.5 && by > row + 0.5)) continue;
    near[count] = i;
    count += 1;
  }
  return count;
}

/** Writes where a scan line crosses the sides near it, in ascending order. @returns how many */
function scanCrossings(
  { ends }: Edges,
  near: Int32Array,
  nearCount: number,
  y: number,
  crossings: Float64Array,
): number {
  let count = 0;
  for (let k = 0; k < nearCount; k += 1) {
    const i = near[k];
    const ay = ends[i + 1];
    const by = ends[i + 3];
    if (ay <= y === by <= y) continue;
    const ax = ends[i];
    const x = ax + ((y - ay) * (ends[i + 2] - ax)) / (by - ay);
    let place = count;
    for (; place > 0 && crossings[place - 1] > x; place -= 1) crossings[place] = crossings[place - 1];
    crossings[place] = x;
    count += 1;
  }
  return count;
}

/** Adds the covered length of [from, to] to each cell of a row outside `full`; cell `x` spans [x - 0.5, x + 0.5]. */
function addSpan(
  cover: Float32Array,
  offset: number,
  width: number,
  from: number,
  to: number,
  full: CellRange,
): void {
  const left = Math.max(0, from + 0.5);
  const right = Math.min(width, to + 0.5);
  if (right <= left) return;
  const first = Math.floor(left);
  const last = Math.min(width - 1, Math.floor(right));
  if (first === last) {
    cover[offset + first] += right - left;
    return;
  }
  cover[offset + first] += first + 1 - left;
  const pause = full.to > full.from ? full.from : last;
  for (let x = first + 1; x < pause; x += 1) cover[offset + x] += 1;
  if (full.to > full.from) for (let x = full.to; x < last; x += 1) cover[offset + x] += 1;
  cover[offset + last] += right - last;
}
