import {
  CELL_TABLE,
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

/** Facets narrower than this many pixels are not drawn one by one. */
const FINEST_FACET_PX = 1.6;
/** A medium grain is this many facets wide. */
const MEDIUM = 2.7;

/** Surface of cleavage: flat facets, each with its own direction, so that each mirrors the lamps or not at all.
 *
 * A crack that cleaves iron follows {100} planes: one plane per grain, hence one direction per grain, with steps ("rivers") where it
 * changes level, and packets of grains whose planes lie alike. Sizes are heavy-tailed: some grains show one large mirror, most are
 * broken up. Ridges in the large run from the origin outwards (chevrons).
 * @param spec - facet model
 * @param pxPerMm - resolution; facets below it average each other, so their spread of directions shrinks
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
  // Facets drawn out by rivers look larger than they are.
  const wanted = spec.model === 'rivers' ? 0.6 * spec.grainMm : spec.grainMm;
  const grain = Math.max(wanted, FINEST_FACET_PX / pxPerMm);
  // The mean of n facets spreads 1/sqrt(n) as much, and n is the squared ratio of sizes; the camera's blur takes some more.
  const tilt = spec.tilt * Math.min(1, wanted / grain) * Math.min(1, 0.55 + 0.12 * grain * pxPerMm);
  const table = createNoiseTable(seed);
  const hit = createCellHit();
  const mediumHit = createCellHit();
  const packetHit = createCellHit();
  const originU = spec.originX * halfWidth;
  const originV = spec.originY * lengthMm;
  const packetSize = Math.max(grain * spec.packet * 1.6, 0.3);
  const { slopeX, slopeY, first, second, third } = CELL_TABLE;
  const ridges = (u: number, v: number): number => {
    const du = u - originU;
    const dv = v - originV;
    const radius = Math.sqrt(du * du + dv * dv);
    const angle = Math.atan2(du, dv) + 0.12 * gradientNoise(table, u * 0.4, v * 0.4);
    return (
      spec.ridgeMm *
      Math.min(1, radius * 0.5) *
      ridgedNoise(table, angle * spec.ridgeCount, radius * 0.4, 3, 0.55)
    );
  };
  const packets = (u: number, v: number, out: SurfacePoint): void => {
    findCell(seed ^ 0x1f83, u / packetSize, v / packetSize, packetHit);
    const cell = packetHit.cell;
    out.slopeU += spec.packetTilt * slopeX[cell]!;
    out.slopeV += spec.packetTilt * slopeY[cell]!;
    out.shade *= 0.88 + 0.24 * third[cell]!;
  };
  /** Grain boundaries are cracks of one width, whatever the grain: about two pixels, never a fifth of the grain. */
  const seam = (out: SurfacePoint, border: number, size: number, strength: number): void => {
    const limit = Math.min(0.18, 2.5 / (size * pxPerMm));
    if (border < limit) out.shade *= 1 - spec.seams * strength * (1 - border / limit);
  };
  /** Medium grains, some of which are one mirror and some broken into fine facets. */
  const grains = (u: number, v: number, spread: number, out: SurfacePoint): void => {
    findCell(seed ^ 0x2c31, u / (grain * MEDIUM), v / (grain * MEDIUM), mediumHit);
    const medium = mediumHit.cell;
    const whole = first[medium]! > 0.62;
    const mediumSpread = whole ? spread * 1.05 : spread * 0.5;
    out.slopeU += mediumSpread * slopeX[medium]!;
    out.slopeV += mediumSpread * slopeY[medium]!;
    seam(out, mediumHit.second - mediumHit.nearest, grain * MEDIUM, second[medium]!);
    findCell(seed, u / grain, v / grain, hit);
    const fineSpread = whole ? spread * 0.22 : spread * 0.85;
    out.slopeU += fineSpread * slopeX[hit.cell]!;
    out.slopeV += fineSpread * slopeY[hit.cell]!;
    out.shade *= whole ? 0.94 + 0.12 * third[hit.cell]! : 0.8 + 0.4 * third[hit.cell]!;
    if (!whole) seam(out, hit.second - hit.nearest, grain, 0.8 * second[hit.cell]!);
  };
  const reset = (out: SurfacePoint): void => {
    out.slopeU = 0;
    out.slopeV = 0;
    out.shade = 1;
  };
  const mosaic: Surface = (u, v, out) => {
    const bend = 0.4 * grain * gradientNoise(table, (u * 0.8) / grain, (v * 0.8) / grain);
    reset(out);
    out.height = ridges(u, v);
    packets(u + bend, v + bend, out);
    grains(u + bend, v - bend, tilt, out);
  };
  const plates: Surface = (u, v, out) => {
    // Plates at different levels: a step of height between two of them shows as a bright or dark riser.
    const bend = grain * gradientNoise(table, (u * 0.35) / grain, (v * 0.35) / grain);
    findCell(seed ^ 0x77a1, (u + bend) / (grain * 3.6), (v - bend) / (grain * 2.6), hit);
    const plate = hit.cell;
    const level = first[plate]!;
    reset(out);
    out.height = ridges(u, v) + (level - 0.5) * grain * 0.55;
    out.slopeU += 0.45 * tilt * slopeX[plate]!;
    out.slopeV += 0.45 * tilt * slopeY[plate]!;
    out.shade = 0.9 + 0.2 * second[plate]!;
    packets(u, v, out);
    grains(u + bend + level * grain * 7, v - bend, tilt * 0.8, out);
  };
  const rivers: Surface = (u, v, out) => {
    const du = u - originU;
    const dv = v - originV;
    const radius = Math.sqrt(du * du + dv * dv) + 1e-6;
    const alongU = du / radius;
    const alongV = dv / radius;
    reset(out);
    out.height = 1.4 * ridges(u, v);
    packets(u, v, out);
    // Facets drawn out along the running direction: the plane is sheared locally, the pattern stays put.
    const angle = Math.atan2(du, dv);
    const bend = 0.5 * gradientNoise(table, u * 0.9, v * 0.9);
    const lateral = (angle * 7 + bend * 0.6) / grain;
    const drawnOut = (1.25 * (radius + bend)) / (1.9 * grain);
    grains(lateral * grain, drawnOut * grain, tilt, out);
    // Rivers: fine steps across the facet, each facet with its own.
    const river = gradientNoise(table, lateral * 2.6 + 40 * first[mediumHit.cell]!, drawnOut * 0.8);
    const bite = 0.3 * spec.tilt * river * Math.min(1, grain * pxPerMm * 0.15);
    out.slopeU += bite * alongV;
    out.slopeV -= bite * alongU;
  };
  const shards: Surface = (u, v, out) => {
    // A jittered lattice cut again and again by straight lines: angular splinters instead of rounded grains.
    const size = grain * 2.2;
    const column = Math.floor(u / size + 0.4 * gradientNoise(table, u * 0.8, v * 0.8));
    const row = Math.floor(v / size + 0.4 * gradientNoise(table, u * 0.8 + 30, v * 0.8));
    let id = (Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ seed) >>> 0;
    const localU = u / size - column - 0.5;
    const localV = v / size - row - 0.5;
    let nearest = 1;
    let spread = tilt * 0.8;
    reset(out);
    for (let cut = 0; cut < 3; cut++) {
      const turn = Math.PI * cellUniform(id, 11 + cut);
      const offset = (cellUniform(id, 21 + cut) - 0.5) * 0.7;
      const side = localU * Math.cos(turn) + localV * Math.sin(turn) - offset;
      nearest = Math.min(nearest, Math.abs(side));
      id = Math.imul(id ^ (side > 0 ? 0x68bc21eb : 0x02e5be93), 0x85ebca6b) >>> 0;
      out.slopeU += spread * (cellUniform(id, 1) - 0.5) * 2.2;
      out.slopeV += spread * (cellUniform(id, 2) - 0.5) * 2.2;
      spread *= 0.75;
    }
    out.height = ridges(u, v);
    out.shade = 0.8 + 0.4 * cellUniform(id, 3);
    if (nearest < 0.06) out.shade *= 1 - spec.seams * (1 - nearest / 0.06);
    packets(u, v, out);
  };
  const speckle: Surface = (u, v, out) => {
    // No relief: grains of different tone, some of them bright, over a cloudy ground.
    const bend = 0.5 * grain * gradientNoise(table, (u * 0.7) / grain, (v * 0.7) / grain);
    findCell(seed, (u + bend) / grain, (v - bend) / grain, hit);
    const tone = first[hit.cell]!;
    const glint = tone > 0.9 - 0.12 * spec.packetTilt ? 0.5 + 2.2 * spec.tilt * second[hit.cell]! : 0;
    const cloud = fractalNoise(table, u * 0.9, v * 0.9, 3, 0.6);
    reset(out);
    out.height = 0.5 * ridges(u, v);
    out.slopeU = 0.15 * tilt * slopeX[hit.cell]!;
    out.slopeV = 0.15 * tilt * slopeY[hit.cell]!;
    out.shade = 0.72 + 0.9 * tilt * (tone - 0.3) + 0.25 * cloud + glint;
  };
  return { mosaic, plates, rivers, shards, speckle }[spec.model];
}
