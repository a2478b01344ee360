import { createCellHit, createNoiseTable, findCell, fractalNoise, ridgedNoise } from '../random/noise.ts';
import type { FibrousSpec } from '../scene/scene-spec.ts';
import type { Surface } from './cleavage-surface.ts';

/** Surface of ductile tearing: a continuous rough height without flat parts, hence dull whatever the lamp.
 *
 * Voids grow at inclusions and join: bowls of many sizes between torn rims, drawn out where the tear shears. The roughness goes on
 * over a decade of sizes, so no direction of the normal is preferred and the lamps' images are smeared to a sheen.
 */
export function createFibrousSurface(spec: FibrousSpec, seed: number, pxPerMm: number): Surface {
  const size = Math.max(spec.scaleMm, 2.4 / pxPerMm);
  const amplitude = spec.roughness * size * Math.min(1, 0.45 + 0.55 * (spec.scaleMm / size));
  const table = createNoiseTable(seed);
  const hit = createCellHit();
  const turn = (spec.directionDegrees * Math.PI) / 180;
  const cosine = Math.cos(turn) / size;
  const sine = Math.sin(turn) / size;
  const stretch = 1 / spec.elongation;
  const dimples: Surface = (u, v, out) => {
    const x = u * cosine - v * sine;
    const y = (u * sine + v * cosine) * stretch;
    const broad = fractalNoise(table, x * 0.3, y * 0.3, 3, 0.6);
    const fine = fractalNoise(table, x * 1.5 + 9, y * 1.5, 3, 0.75);
    // Bowls of one size would look like a skin: the noise bends them and breaks their rims.
    findCell(seed, x * 1.1 + broad * 1.2 + fine * 0.5, y * 1.1 - broad * 1.2, hit);
    const bowl = hit.nearest * hit.nearest;
    out.height = amplitude * (0.55 * bowl + 2 * broad + 1.1 * fine);
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1 + spec.hollows * (0.5 * fine - 0.3 * Math.max(0, 0.4 - hit.nearest));
  };
  const streaks: Surface = (u, v, out) => {
    const x = u * cosine - v * sine;
    const y = (u * sine + v * cosine) * stretch;
    const warp = fractalNoise(table, x * 0.18, y * 0.18, 2, 0.6);
    const ridge = ridgedNoise(table, x * 0.42 + 1.1 * warp, y * 0.3, 4, 0.62);
    out.height = amplitude * (2.2 * ridge + 1.6 * warp);
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1.05 - spec.hollows * 0.7 * (1 - ridge);
  };
  const woolly: Surface = (u, v, out) => {
    const x = u * cosine - v * sine;
    const y = (u * sine + v * cosine) * stretch;
    const rough = fractalNoise(table, x * 0.28, y * 0.28, 5, 0.72);
    out.height = amplitude * 3.2 * rough;
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1 + spec.hollows * 0.9 * Math.min(rough, 0.1);
  };
  const felt: Surface = (u, v, out) => {
    const x = u * cosine - v * sine;
    const y = (u * sine + v * cosine) * stretch;
    const tone = fractalNoise(table, x * 0.5, y * 0.5, 4, 0.65);
    out.height = 0.5 * amplitude * tone;
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = Math.max(0.2, 0.95 + (0.3 + 0.9 * spec.hollows) * tone);
  };
  return { dimples, streaks, woolly, felt }[spec.model];
}
