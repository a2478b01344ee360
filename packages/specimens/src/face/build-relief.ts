import { mixSeeds } from '../random/generator.ts';
import { createNoiseTable, fractalNoise } from '../random/noise.ts';
import { smoothStep } from '../scene/linear-canvas.ts';
import type { HalfPlacement, SceneSpec } from '../scene/scene-spec.ts';
import { createCleavageSurface, type SurfacePoint } from './cleavage-surface.ts';
import { type FaceFrame, toFace } from './face-frame.ts';
import { type EdgeDistances, type FaceOutline, LIGAMENT_MM, measureOutline } from './face-outline.ts';
import { createFibrousSurface } from './fibrous-surface.ts';
import type { FaceRaster } from './raster-face.ts';

/** Surface of a face, one value per pixel of its raster. */
export interface FaceRelief {
  /** Height towards the camera, mm. */
  readonly heights: Float32Array;
  /** Slopes of the facets along u and v, on top of the heights' own. */
  readonly slopesU: Float32Array;
  readonly slopesV: Float32Array;
  /** Factor on the reflectance. */
  readonly shades: Float32Array;
  /** 0 = fibrous, 1 = cleavage, between = transition. */
  readonly blends: Float32Array;
}

/** Lips steeper than this end in a drop that the face's raster does not show, mm. */
const HIGHEST_RAMP_MM = 2.2;
/** Where the lips of a face that is all shear begin, in scaled millimetres from the rim. */
const PURE_SHEAR_LIP_MM = 1.6;

/** Builds the relief of a face: slopes of the zones, undulation, and the micro-surface of each zone.
 *
 * Shear lips and hinge slope away from the ragged border of the cleavage, towards the nearest edge and by that edge's slope; on the
 * other half everything is inverted, since the halves fit together.
 */
export function buildRelief(
  spec: SceneSpec,
  half: HalfPlacement,
  frame: FaceFrame,
  outline: FaceOutline,
  raster: FaceRaster,
  threshold: number,
): FaceRelief {
  const { specimen } = spec;
  const { zones, relief } = specimen;
  const { width, height, inside, u: faceU, v: faceV, score } = raster;
  const pxPerMm = frame.pxPerMm;
  const cleavage = createCleavageSurface(
    specimen.cleavage,
    mixSeeds(spec.seed, 151),
    pxPerMm,
    LIGAMENT_MM,
    outline.halfWidth,
  );
  const fibrous = createFibrousSurface(specimen.fibrous, mixSeeds(spec.seed, 163), pxPerMm);
  const point: SurfacePoint = { slopeU: 0, slopeV: 0, height: 0, shade: 1 };
  const size = width * height;
  const result: FaceRelief = {
    heights: new Float32Array(size),
    slopesU: new Float32Array(size),
    slopesV: new Float32Array(size),
    shades: new Float32Array(size),
    blends: new Float32Array(size),
  };
  const coarse = rasterCoarse(spec, half, frame, outline, raster);
  // Zone scores are relative widths; this makes them millimetres.
  const scoreToMm = (zones.lipLeft + zones.lipRight) / 2;
  const pureShear = threshold === Number.POSITIVE_INFINITY;
  const pureCleavage = threshold === Number.NEGATIVE_INFINITY;
  const transition = zones.transitionMm / scoreToMm;
  const lipMm = Math.min(1.4, 0.5 * outline.halfWidth);
  const sign = half.mirrored ? -1 : 1;
  for (let row = 0; row < height; row++) {
    const coarseRow = Math.min(row / coarse.stride, coarse.rows - 1.001);
    const line = Math.floor(coarseRow);
    const fy = coarseRow - line;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (inside[at]! < -2) continue;
      const u = faceU[at]!;
      const v = faceV[at]!;
      const coarseColumn = Math.min(column / coarse.stride, coarse.columns - 1.001);
      const node = line * coarse.columns + Math.floor(coarseColumn);
      const fx = coarseColumn - Math.floor(coarseColumn);
      const wander = interpolate(coarse.wander, node, coarse.columns, fx, fy);
      const leaning = interpolate(coarse.leaning, node, coarse.columns, fx, fy);
      const toSide = interpolate(coarse.toSide, node, coarse.columns, fx, fy);
      const blend = smoothStep(-transition, transition, score[at]!);
      const beyond = pureShear
        ? PURE_SHEAR_LIP_MM + wander - interpolate(coarse.toRim, node, coarse.columns, fx, fy)
        : pureCleavage
          ? 0
          : -score[at]! * scoreToMm + 0.25 * wander - 0.1;
      const ramp = beyond <= -0.2 ? 0 : beyond < 0.3 ? (beyond + 0.2) * (beyond + 0.2) : beyond - 0.05;
      let heightMm = Math.min(ramp, HIGHEST_RAMP_MM) * leaning + relief.undulationMm * wander;
      let shade = 0;
      if (blend > 0) {
        cleavage(u, v, point);
        heightMm += blend * point.height;
        // Mirrored and inverted: the slope along u keeps its sign, that along v turns.
        result.slopesU[at] = blend * point.slopeU;
        result.slopesV[at] = blend * point.slopeV * sign;
        shade = blend * point.shade;
      }
      if (blend < 1) {
        fibrous(u, v, point);
        const onLip = Math.max(0, 1 - toSide / lipMm);
        const rough = (1 - blend) * (1 - specimen.fibrous.lipSmoothness * Math.min(1, onLip * 1.5));
        heightMm += rough * point.height;
        shade += (1 - blend) * point.shade;
      }
      result.heights[at] = heightMm * sign;
      result.shades[at] = shade;
      result.blends[at] = blend;
    }
  }
  return result;
}

/** Fields that change slowly, on every `stride`-th pixel. */
interface CoarseFields {
  readonly stride: number;
  readonly columns: number;
  readonly rows: number;
  /** Large undulation, about -1 to 1. */
  readonly wander: Float32Array;
  /** Slope of the zone that reaches here. */
  readonly leaning: Float32Array;
  /** Distance to the nearer side, mm. */
  readonly toSide: Float32Array;
  /** Distance to the rim over the zones' widths, about mm: a pure shear face slopes by it. */
  readonly toRim: Float32Array;
}

function rasterCoarse(
  spec: SceneSpec,
  half: HalfPlacement,
  frame: FaceFrame,
  outline: FaceOutline,
  raster: FaceRaster,
): CoarseFields {
  const { zones, relief } = spec.specimen;
  const stride = Math.min(4, Math.max(1, Math.floor(frame.pxPerMm / 10)));
  const columns = Math.ceil(raster.width / stride) + 2;
  const rows = Math.ceil(raster.height / stride) + 2;
  const fields: CoarseFields = {
    stride,
    columns,
    rows,
    wander: new Float32Array(columns * rows),
    leaning: new Float32Array(columns * rows),
    toSide: new Float32Array(columns * rows),
    toRim: new Float32Array(columns * rows),
  };
  const table = createNoiseTable(mixSeeds(spec.seed, 173));
  const edges: EdgeDistances = { left: 0, right: 0, top: 0, bottom: 0 };
  const place = { u: 0, v: 0 };
  const frequency = 1 / relief.undulationScaleMm;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      toFace(frame, raster.left + column * stride, raster.top + row * stride, place);
      const u = half.mirrored ? -place.u : place.u;
      measureOutline(outline, u, place.v, edges);
      const fromLeft = nearness(edges.left / zones.lipLeft);
      const fromRight = nearness(edges.right / zones.lipRight);
      const fromTop = nearness(edges.top / zones.thumbnail);
      const fromBottom = nearness(edges.bottom / zones.hinge);
      fields.wander[at] = fractalNoise(table, u * frequency + 70, place.v * frequency, 4, 0.55);
      fields.leaning[at] =
        (fromLeft * relief.lipSlopeLeft +
          fromRight * relief.lipSlopeRight +
          fromTop * relief.thumbnailSlope +
          fromBottom * relief.hingeSlope) /
        (fromLeft + fromRight + fromTop + fromBottom);
      fields.toSide[at] = Math.min(edges.left, edges.right);
      fields.toRim[at] =
        1.25 * Math.min(edges.left / zones.lipLeft, edges.right / zones.lipRight, edges.bottom / zones.hinge);
    }
  }
  return fields;
}

function interpolate(field: Float32Array, node: number, columns: number, fx: number, fy: number): number {
  const top = field[node]! + fx * (field[node + 1]! - field[node]!);
  const below = node + columns;
  const bottom = field[below]! + fx * (field[below + 1]! - field[below]!);
  return top + fy * (bottom - top);
}

/** Weight of an edge by its relative distance: 12.5 on it, falling with the cube. */
function nearness(distance: number): number {
  const outside = Math.max(0, distance);
  return 1 / (0.08 + outside * outside * outside);
}
