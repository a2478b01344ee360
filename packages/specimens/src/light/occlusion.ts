import { blurPlanesInPlace } from '../camera/blur.ts';
import type { LightSpec } from '../scene/scene-spec.ts';

/** How much of the sky a point sees: hollows against their surroundings at two scales are darker.
 * @param heights - mm; @param inside - signed distance to the face's outline, px; both `width * height`
 * @returns a factor around 1, 0.5 to 1.2
 */
export function measureOpenness(
  heights: Float32Array,
  inside: Float32Array,
  width: number,
  height: number,
  pxPerMm: number,
): Float32Array {
  const open = new Float32Array(heights.length).fill(1);
  if (width < 4 || height < 4) return open;
  for (const scaleMm of [0.1, 0.55]) {
    const sigma = Math.max(1, scaleMm * pxPerMm);
    // A wide blur needs no fine raster.
    const stride = Math.max(1, Math.floor(sigma / 5));
    const columns = Math.ceil(width / stride);
    const rows = Math.ceil(height / stride);
    // Normalised by the blurred cover, or the rim would be compared with nothing at all.
    const pair = new Float32Array(2 * columns * rows);
    const cellOf = Int32Array.from({ length: width }, (_, column) => 2 * Math.floor(column / stride));
    for (let row = 0; row < height; row++) {
      const line = 2 * Math.floor(row / stride) * columns;
      for (let column = 0; column < width; column++) {
        const at = row * width + column;
        if (inside[at]! <= -1) continue;
        const to = line + cellOf[column]!;
        pair[to]! += heights[at]!;
        pair[to + 1]! += 1;
      }
    }
    blurPlanesInPlace(pair, columns, rows, 2, sigma / stride);
    const steepness = (0.9 * pxPerMm) / sigma;
    for (let row = 0; row < height; row++) {
      const line = 2 * Math.floor(row / stride) * columns;
      for (let column = 0; column < width; column++) {
        const at = row * width + column;
        if (inside[at]! <= -1) continue;
        const from = line + cellOf[column]!;
        const depth = (pair[from]! / Math.max(pair[from + 1]!, 1e-3) - heights[at]!) * steepness;
        open[at]! *= 1 - 0.42 * Math.max(-0.4, depth / (0.4 + Math.abs(depth)));
      }
    }
  }
  return open;
}

/** Shadows cast by the relief, for the first lamp: a short march over the heights towards it. */
export function castShadows(
  heights: Float32Array,
  inside: Float32Array,
  width: number,
  height: number,
  light: LightSpec,
  pxPerMm: number,
): Float32Array {
  const lit = new Float32Array(heights.length).fill(1);
  const lamp = light.lobes[0];
  if (lamp === undefined || light.shadow < 0.05) return lit;
  const [lx, ly, lz] = lamp.direction;
  const flat = Math.hypot(lx, ly);
  if (flat < 0.15) return lit;
  const rise = lz / flat / pxPerMm;
  const stepX = lx / flat;
  const stepY = ly / flat;
  const softness = 0.04 + 0.12 / Math.sqrt(lamp.sharpness);
  const reachPx = 1.2 * pxPerMm;
  const strides: number[] = [];
  for (let reach = 1.5; reach < reachPx; reach *= 1.7) strides.push(reach);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (inside[at]! < -1) continue;
      let blocked = 0;
      for (const reach of strides) {
        const x = Math.round(column + stepX * reach);
        const y = Math.round(row + stepY * reach);
        if (x < 0 || y < 0 || x >= width || y >= height) break;
        const other = y * width + x;
        if (inside[other]! < 0) break;
        const over = heights[other]! - heights[at]! - rise * reach;
        if (over > 0) blocked = Math.max(blocked, over / (softness * (0.15 + reach / pxPerMm)));
      }
      lit[at] = 1 - light.shadow * Math.min(1, blocked);
    }
  }
  return lit;
}
