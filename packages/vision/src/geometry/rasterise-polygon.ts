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
  const crossings: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let line = 0; line < LINES; line += 1) {
      scanCrossings(polygon, y - 0.5 + (line + 0.5) / LINES, crossings);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        addSpan(cover, y * width, width, crossings[i], crossings[i + 1]);
      }
    }
  }
  for (let i = 0; i < cover.length; i += 1) cover[i] = Math.min(1, cover[i] / LINES);
  return cover;
}

function scanCrossings(polygon: readonly ImagePoint[], y: number, crossings: number[]): void {
  crossings.length = 0;
  for (let i = 0; i < polygon.length; i += 1) {
    const a = polygon[i];
    const b = polygon[(i + 1) % polygon.length];
    if (a.y <= y === b.y <= y) continue;
    crossings.push(a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y));
  }
  crossings.sort((p, q) => p - q);
}

/** Adds the covered length of [from, to] to each cell of a row; cell `x` spans [x - 0.5, x + 0.5]. */
function addSpan(cover: Float32Array, offset: number, width: number, from: number, to: number): void {
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
  for (let x = first + 1; x < last; x += 1) cover[offset + x] += 1;
  cover[offset + last] += right - last;
}
