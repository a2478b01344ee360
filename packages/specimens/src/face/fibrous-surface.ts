import { createCellHit, createNoiseTable, findCell, fractalNoise, ridgedNoise } from '../random/noise.ts';
import type { FibrousSpec } from '../scene/scene-spec.ts';
import type { Surface } from './cleavage-surface.ts';

/** Surface of ductile tearing: a continuous rough height without flat parts, hence dull whatever the lamp. */
export function createFibrousSurface(spec: FibrousSpec, seed: number, pxPerMm: number): Surface {
  const size = Math.max(spec.scaleMm, 2.2 / pxPerMm);
  const amplitude = spec.roughness * size * Math.min(1, 0.4 + 0.6 * (spec.scaleMm / size));
  const table = createNoiseTable(seed);
  const hit = createCellHit();
  const turn = (spec.directionDegrees * Math.PI) / 180;
  const cosine = Math.cos(turn);
  const sine = Math.sin(turn);
  const stretch = 1 / spec.elongation;
  const x = (u: number, v: number): number => (u * cosine - v * sine) / size;
  const y = (u: number, v: number): number => ((u * sine + v * cosine) / size) * stretch;
  const dimples: Surface = (u, v, out) => {
    const px = x(u, v);
    const py = y(u, v);
    const warp = fractalNoise(table, px * 0.4, py * 0.4, 2, 0.5);
    findCell(seed, px * 0.7 + warp, py * 0.7 - warp, hit);
    const bowl = hit.nearest * hit.nearest;
    out.height = amplitude * (1.1 * bowl + 1.1 * fractalNoise(table, px * 0.3, py * 0.3, 5, 0.66));
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1 - spec.hollows * 0.45 * Math.max(0, 0.5 - hit.nearest);
  };
  const streaks: Surface = (u, v, out) => {
    const px = x(u, v);
    const py = y(u, v);
    const warp = fractalNoise(table, px * 0.2, py * 0.2, 3, 0.6);
    const ridge = ridgedNoise(table, px * 0.45 + 1.2 * warp, py * 0.35, 4, 0.6);
    out.height = amplitude * 1.9 * ridge;
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1 - spec.hollows * 0.5 * (1 - ridge);
  };
  const woolly: Surface = (u, v, out) => {
    const rough = fractalNoise(table, x(u, v) * 0.35, y(u, v) * 0.35, 6, 0.78);
    out.height = amplitude * 2.6 * rough;
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1 + spec.hollows * 0.5 * Math.min(rough, 0);
  };
  return { dimples, streaks, woolly }[spec.model];
}
