import {
  cellUniform,
  createCellHit,
  createNoiseTable,
  findCell,
  fractalNoise,
  gradientNoise,
  ridgedNoise,
} from '../random/noise.ts';
import type { CleavageSpec } from '../scene/scene-spec.ts';

/** One point of a micro-surface, written in place. */
export interface SurfacePoint {
  /** Slopes of the facet in the face's axes, added to those of the height. */
  slopeU: number;
  slopeV: number;
  /** Height in mm: its slopes are taken by differences. */
  height: number;
  /** Multiplies the reflectance, about 0.3 to 1.4. */
  shade: number;
}

export type Surface = (u: number, v: number, out: SurfacePoint) => void;

/** Surface of cleavage: flat facets, each with its own direction, so that each mirrors the lamps or not at all.
 * @param spec - facet model
 * @param pxPerMm - resolution; facets are never drawn smaller than 1.4 px, below which they only average out
 * @param lengthMm - ligament length, for the origin
 * @param halfWidth - half of the bar's width, mm
 */
export function createCleavageSurface(
  spec: CleavageSpec,
  seed: number,
  pxPerMm: number,
  lengthMm: number,
  halfWidth: number,
): Surface {
  const grain = Math.max(spec.grainMm, 1.4 / pxPerMm);
  // Facets that had to be drawn larger than they are average their neighbours: their spread falls with the root of their number.
  const tilt = spec.tilt * Math.min(1, 0.35 + 0.65 * (spec.grainMm / grain));
  const table = createNoiseTable(seed);
  const hit = createCellHit();
  const packetHit = createCellHit();
  const originU = spec.originX * halfWidth;
  const originV = spec.originY * lengthMm;
  const packetSize = grain * spec.packet;
  const ridges = (u: number, v: number): number => {
    const du = u - originU;
    const dv = v - originV;
    const radius = Math.hypot(du, dv);
    const angle = Math.atan2(du, dv);
    const bent = angle + 0.12 * gradientNoise(table, u * 0.4, v * 0.4);
    return (
      spec.ridgeMm *
      Math.min(1, radius * 0.5) *
      ridgedNoise(table, bent * spec.ridgeCount, radius * 0.35, 3, 0.55)
    );
  };
  const facet = (
    u: number,
    v: number,
    size: number,
    salt: number,
    spread: number,
    out: SurfacePoint,
  ): void => {
    findCell(seed ^ salt, u / size, v / size, hit);
    const radius = spread * Math.sqrt(-2 * Math.log(1 - 0.985 * cellUniform(hit.id, 1)));
    const angle = 2 * Math.PI * cellUniform(hit.id, 2);
    out.slopeU += radius * Math.cos(angle);
    out.slopeV += radius * Math.sin(angle);
  };
  const packets = (u: number, v: number, out: SurfacePoint): void => {
    findCell(seed ^ 0x1f83d9ab, u / packetSize, v / packetSize, packetHit);
    const angle = 2 * Math.PI * cellUniform(packetHit.id, 1);
    const slope = spec.packetTilt * cellUniform(packetHit.id, 2) * 1.6;
    out.slopeU += slope * Math.cos(angle);
    out.slopeV += slope * Math.sin(angle);
    out.shade *= 0.9 + 0.2 * cellUniform(packetHit.id, 3);
  };
  const seam = (out: SurfacePoint): void => {
    const border = hit.second - hit.nearest;
    if (border < 0.16) out.shade *= 1 - spec.seams * (1 - border / 0.16) * cellUniform(hit.id, 7);
  };
  const mosaic: Surface = (u, v, out) => {
    const warpU = u + 0.35 * grain * gradientNoise(table, u / grain, v / grain);
    const warpV = v + 0.35 * grain * gradientNoise(table, u / grain + 50, v / grain);
    out.height = ridges(u, v);
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1;
    packets(warpU, warpV, out);
    facet(warpU, warpV, grain, 0, tilt, out);
    out.shade *= 0.82 + 0.36 * cellUniform(hit.id, 4);
    seam(out);
  };
  const plates: Surface = (u, v, out) => {
    const scale = 1 / (grain * 3.2);
    const coarse = fractalNoise(table, u * scale, v * scale, 3, 0.6);
    // Terraces: the noise is cut into steps, flat on top and steep between.
    const steps = 5;
    const level = coarse * steps;
    const whole = Math.floor(level);
    const part = level - whole;
    const riser = part > 0.78 ? (part - 0.78) / 0.22 : 0;
    out.height = ridges(u, v) + ((whole + riser) / steps) * grain * 1.1;
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 0.94 + 0.1 * gradientNoise(table, u * scale * 4, v * scale * 4) - riser * spec.seams * 0.4;
    packets(u, v, out);
    const bent = 0.5 * grain * coarse;
    facet(u + bent, v - bent + whole * 0.37, grain * 1.15, whole * 7919, tilt * 0.85, out);
    seam(out);
  };
  const rivers: Surface = (u, v, out) => {
    const du = u - originU;
    const dv = v - originV;
    const radius = Math.hypot(du, dv) + 1e-6;
    const alongU = du / radius;
    const alongV = dv / radius;
    out.height = 1.5 * ridges(u, v);
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1;
    packets(u, v, out);
    // Facets drawn out along the running direction, with fine rivers across them.
    const angle = Math.atan2(du, dv);
    const wobble = gradientNoise(table, u * 1.3, v * 1.3);
    const lateral = angle * (2.5 + 0.5 * wobble) * 1.6;
    const stretched = radius / 1.6;
    findCell(seed, lateral / grain / 1.0 + wobble, stretched / grain, hit);
    const spread = tilt * Math.sqrt(-2 * Math.log(1 - 0.985 * cellUniform(hit.id, 1)));
    const turn = 2 * Math.PI * cellUniform(hit.id, 2);
    out.slopeU += spread * Math.cos(turn);
    out.slopeV += spread * Math.sin(turn);
    const river = gradientNoise(table, lateral * 9 + 30 * cellUniform(hit.id, 5), stretched * 1.2);
    const bite = 0.5 * spec.tilt * river;
    out.slopeU += bite * alongV;
    out.slopeV -= bite * alongU;
    out.shade *= 0.88 + 0.24 * cellUniform(hit.id, 4);
    seam(out);
  };
  const shards: Surface = (u, v, out) => {
    // A jittered lattice cut again and again by straight lines: angular splinters instead of rounded grains.
    const size = grain * 2.2;
    const column = Math.floor(u / size + 0.4 * gradientNoise(table, u * 0.8, v * 0.8));
    const row = Math.floor(v / size + 0.4 * gradientNoise(table, u * 0.8 + 30, v * 0.8));
    let id = (Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ seed) >>> 0;
    const localU = u / size - column - 0.5;
    const localV = v / size - row - 0.5;
    let slopeU = 0;
    let slopeV = 0;
    let nearest = 1;
    let spread = tilt * 0.8;
    for (let cut = 0; cut < 3; cut++) {
      const turn = Math.PI * cellUniform(id, 11 + cut);
      const offset = (cellUniform(id, 21 + cut) - 0.5) * 0.7;
      const side = localU * Math.cos(turn) + localV * Math.sin(turn) - offset;
      nearest = Math.min(nearest, Math.abs(side));
      id = Math.imul(id ^ (side > 0 ? 0x68bc21eb : 0x02e5be93), 0x85ebca6b) >>> 0;
      slopeU += spread * (cellUniform(id, 1) - 0.5) * 2.2;
      slopeV += spread * (cellUniform(id, 2) - 0.5) * 2.2;
      spread *= 0.75;
    }
    out.slopeU = slopeU;
    out.slopeV = slopeV;
    out.height = ridges(u, v);
    out.shade = 0.8 + 0.4 * cellUniform(id, 3);
    if (nearest < 0.06) out.shade *= 1 - spec.seams * (1 - nearest / 0.06);
    packets(u, v, out);
  };
  return { mosaic, plates, rivers, shards }[spec.model];
}
