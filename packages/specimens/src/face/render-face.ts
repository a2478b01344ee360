import { blurPlanesInPlace } from '../camera/blur.ts';
import { addShading, type ShadingTable, tabulateShading } from '../light/shading-table.ts';
import { mixSeeds } from '../random/generator.ts';
import { createNoiseTable, fractalNoise } from '../random/noise.ts';
import { blendPixel, type LinearCanvas, smoothStep } from '../scene/linear-canvas.ts';
import type { HalfPlacement, SceneSpec } from '../scene/scene-spec.ts';
import type { FaceTruth } from '../truth/rendered-scene.ts';
import { traceTruth } from '../truth/trace-truth.ts';
import { createCleavageSurface, type SurfacePoint } from './cleavage-surface.ts';
import { createDefects } from './defects.ts';
import { createFaceFrame, type FaceFrame, toFace, toPicture } from './face-frame.ts';
import {
  createFaceOutline,
  type EdgeDistances,
  type FaceOutline,
  LIGAMENT_MM,
  measureOutline,
} from './face-outline.ts';
import { createFibrousSurface } from './fibrous-surface.ts';
import { findThreshold, scoreZone } from './zone-score.ts';

/** Masks of the whole picture that every half writes its part of. */
export interface SceneMasks {
  readonly cleavage: Uint8Array;
  readonly face: Uint8Array;
  readonly notchBand: Uint8Array;
}

/** Width of the band under the notch edge that counts as `notchBandMask`, mm. */
export const NOTCH_BAND_MM = 1.5;

/** Pixels of one face: a box around it and flat lists over the box. */
interface FaceRaster {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Signed distance to the outline in px, positive inside; the list is filled for the whole box. */
  readonly inside: Float32Array;
  readonly u: Float32Array;
  readonly v: Float32Array;
  /** Zone score less its threshold: positive = cleavage. */
  readonly score: Float32Array;
}

/** Renders the face of one half into the canvas and the masks; the bar behind it is painted already. */
export function renderFace(
  canvas: LinearCanvas,
  masks: SceneMasks,
  spec: SceneSpec,
  half: HalfPlacement,
  index: number,
): FaceTruth {
  const frame = createFaceFrame(half, canvas.width, canvas.height, spec.resolutionScale);
  const outline = createFaceOutline(spec.specimen, mixSeeds(spec.seed, 101));
  const raster = rasterFace(canvas, spec, half, frame, outline);
  const threshold = applyThreshold(raster, spec.specimen.cleavageShare);
  shadeFace(canvas, spec, half, frame, outline, raster, threshold);
  return traceTruth(canvas, masks, raster, frame, outline, half, index, spec.specimen.widthMm);
}

function rasterFace(
  canvas: LinearCanvas,
  spec: SceneSpec,
  half: HalfPlacement,
  frame: FaceFrame,
  outline: FaceOutline,
): FaceRaster {
  const corners = [
    toPicture(frame, -outline.reachU, -0.6),
    toPicture(frame, outline.reachU, -0.6),
    toPicture(frame, outline.reachU, outline.reachBottom),
    toPicture(frame, -outline.reachU, outline.reachBottom),
  ];
  const left = Math.max(0, Math.floor(Math.min(...corners.map((corner) => corner.x))));
  const top = Math.max(0, Math.floor(Math.min(...corners.map((corner) => corner.y))));
  const right = Math.min(canvas.width, Math.ceil(Math.max(...corners.map((corner) => corner.x))) + 1);
  const bottom = Math.min(canvas.height, Math.ceil(Math.max(...corners.map((corner) => corner.y))) + 1);
  const width = Math.max(0, right - left);
  const height = Math.max(0, bottom - top);
  const size = width * height;
  const raster: FaceRaster = {
    left,
    top,
    width,
    height,
    inside: new Float32Array(size),
    u: new Float32Array(size),
    v: new Float32Array(size),
    score: new Float32Array(size),
  };
  const table = createNoiseTable(mixSeeds(spec.seed, 131));
  const edges: EdgeDistances = { left: 0, right: 0, top: 0, bottom: 0 };
  const point = { u: 0, v: 0 };
  const sign = half.mirrored ? -1 : 1;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      toFace(frame, left + column, top + row, point);
      const u = point.u * sign;
      const distance = measureOutline(outline, u, point.v, edges);
      raster.u[at] = u;
      raster.v[at] = point.v;
      raster.inside[at] = distance * frame.pxPerMm;
      if (distance > -1.5 / frame.pxPerMm) {
        raster.score[at] = scoreZone(spec.specimen.zones, edges, outline.halfWidth, u, point.v, table);
      }
    }
  }
  return raster;
}

/** Subtracts the threshold that gives the wanted share; returns it (infinite for pure faces). */
function applyThreshold(raster: FaceRaster, share: number): number {
  const { inside, score } = raster;
  const scores = new Float32Array(inside.length);
  let count = 0;
  for (let i = 0; i < inside.length; i++) if (inside[i]! > 0) scores[count++] = score[i]!;
  const threshold = count === 0 ? 0 : findThreshold(scores.subarray(0, count), share);
  for (let i = 0; i < score.length; i++) {
    score[i] =
      threshold === Number.POSITIVE_INFINITY
        ? -9
        : threshold === Number.NEGATIVE_INFINITY
          ? 9
          : score[i]! - threshold;
  }
  return threshold;
}

function shadeFace(
  canvas: LinearCanvas,
  spec: SceneSpec,
  half: HalfPlacement,
  frame: FaceFrame,
  outline: FaceOutline,
  raster: FaceRaster,
  threshold: number,
): void {
  const { specimen, light } = spec;
  const { zones, relief, steel } = specimen;
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
  const large = createNoiseTable(mixSeeds(spec.seed, 173));
  const point: SurfacePoint = { slopeU: 0, slopeV: 0, height: 0, shade: 1 };
  const edges: EdgeDistances = { left: 0, right: 0, top: 0, bottom: 0 };
  const size = width * height;
  const heights = new Float32Array(size);
  const slopesU = new Float32Array(size);
  const slopesV = new Float32Array(size);
  const shades = new Float32Array(size);
  const blends = new Float32Array(size);
  // Zone scores are relative widths; this makes them millimetres.
  const scoreToMm = (zones.lipLeft + zones.lipRight) / 2;
  const pureShear = threshold === Number.POSITIVE_INFINITY;
  const pureCleavage = threshold === Number.NEGATIVE_INFINITY;
  const transition = (zones.transitionMm * 2) / (zones.lipLeft + zones.lipRight);
  const lipMm = Math.min(1.4, 0.5 * outline.halfWidth);
  const sign = half.mirrored ? -1 : 1;
  for (let at = 0; at < size; at++) {
    if (inside[at]! < -2) continue;
    const u = faceU[at]!;
    const v = faceV[at]!;
    measureOutline(outline, u, v, edges);
    const blend = smoothStep(-transition, transition, score[at]!);
    // Height of the zones: it starts at the ragged border of the cleavage and follows the nearest edge's slope.
    const wander = fractalNoise(large, u * 0.45 + 70, v * 0.45, 4, 0.55);
    const fromLeft = nearness(edges.left / zones.lipLeft);
    const fromRight = nearness(edges.right / zones.lipRight);
    const fromTop = nearness(edges.top / zones.thumbnail);
    const fromBottom = nearness(edges.bottom / zones.hinge);
    const leaning =
      (fromLeft * relief.lipSlopeLeft +
        fromRight * relief.lipSlopeRight +
        fromTop * relief.thumbnailSlope +
        fromBottom * relief.hingeSlope) /
      (fromLeft + fromRight + fromTop + fromBottom);
    const beyond = pureShear
      ? Math.max(edges.left, edges.right) > 0
        ? 1.6 + wander - Math.min(edges.left, edges.right, edges.bottom * 1.3)
        : 0
      : pureCleavage
        ? 0
        : -score[at]! * scoreToMm + 0.25 * wander - 0.1;
    const ramp = beyond <= -0.2 ? 0 : beyond < 0.3 ? (beyond + 0.2) * (beyond + 0.2) : beyond - 0.05;
    let heightMm = Math.min(ramp, 2.2) * leaning + relief.undulationMm * wander;
    let slopeU = 0;
    let slopeV = 0;
    let shade = 0;
    if (blend > 0) {
      cleavage(u, v, point);
      heightMm += blend * point.height;
      slopeU = blend * point.slopeU;
      slopeV = blend * point.slopeV;
      shade = blend * point.shade;
    }
    if (blend < 1) {
      fibrous(u, v, point);
      const onLip = Math.max(0, 1 - Math.min(edges.left, edges.right) / lipMm);
      const rough = (1 - blend) * (1 - specimen.fibrous.lipSmoothness * Math.min(1, onLip * 1.5));
      heightMm += rough * point.height;
      shade += (1 - blend) * point.shade;
    }
    heights[at] = heightMm * sign;
    slopesU[at] = slopeU * sign;
    slopesV[at] = slopeV * sign;
    shades[at] = shade;
    blends[at] = blend;
  }
  const open = openness(heights, inside, width, height, pxPerMm);
  const tables: [ShadingTable, ShadingTable] = [
    tabulateShading(light, steel.fibrousAlbedo, steel.fibrousSpecular, steel.fibrousGloss),
    tabulateShading(light, steel.cleavageAlbedo, steel.cleavageSpecular, steel.cleavageGloss),
  ];
  const [fibrousRed, fibrousGreen, fibrousBlue] = steel.fibrousTint;
  const [cleavageRed, cleavageGreen, cleavageBlue] = steel.cleavageTint;
  const colour = new Float64Array(3);
  const defects = createDefects(specimen.defects, spec.seed, outline.halfWidth);
  const shadow = castShadows(heights, inside, width, height, spec, pxPerMm);
  for (let row = 0; row < height; row++) {
    const y = raster.top + row;
    const fallY = 1 + light.falloffY * (y / canvas.height - 0.5);
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const coverage = Math.min(Math.max(inside[at]! + 0.5, 0), 1);
      if (coverage <= 0) continue;
      const x = raster.left + column;
      const before = column > 0 && inside[at - 1]! > -2 ? at - 1 : at;
      const after = column < width - 1 && inside[at + 1]! > -2 ? at + 1 : at;
      const above = row > 0 && inside[at - width]! > -2 ? at - width : at;
      const below = row < height - 1 && inside[at + width]! > -2 ? at + width : at;
      const pitchX = Math.max(1, after - before);
      const pitchY = Math.max(1, (below - above) / width);
      const facetU = slopesU[at]! * sign;
      const facetV = slopesV[at]!;
      const slopeX =
        ((heights[after]! - heights[before]!) * pxPerMm) / pitchX +
        facetU * frame.cosine -
        facetV * frame.sine +
        half.slopeX;
      const slopeY =
        ((heights[below]! - heights[above]!) * pxPerMm) / pitchY +
        facetU * frame.sine +
        facetV * frame.cosine +
        half.slopeY;
      const blend = blends[at]!;
      colour.fill(0);
      if (blend < 1) addShading(tables[0], slopeX, slopeY, 1 - blend, colour);
      if (blend > 0) addShading(tables[1], slopeX, slopeY, blend, colour);
      const fall = fallY * (1 + light.falloffX * (x / canvas.width - 0.5));
      const factor = shades[at]! * open[at]! * shadow[at]! * fall;
      colour[0]! *= factor * (fibrousRed + blend * (cleavageRed - fibrousRed));
      colour[1]! *= factor * (fibrousGreen + blend * (cleavageGreen - fibrousGreen));
      colour[2]! *= factor * (fibrousBlue + blend * (cleavageBlue - fibrousBlue));
      defects(faceU[at]!, faceV[at]!, colour);
      blendPixel(canvas.data, 3 * (y * canvas.width + x), colour[0]!, colour[1]!, colour[2]!, coverage);
    }
  }
}

/** Weight of an edge by its relative distance: 12.5 on it, falling with the cube. */
function nearness(distance: number): number {
  const outside = Math.max(0, distance);
  return 1 / (0.08 + outside * outside * outside);
}

/** How much of the sky a point sees: hollows against their surroundings at two scales are darker. */
function openness(
  heights: Float32Array,
  inside: Float32Array,
  width: number,
  height: number,
  pxPerMm: number,
): Float32Array {
  const open = new Float32Array(heights.length).fill(1);
  if (width < 4 || height < 4) return open;
  // Normalised by the blurred cover, or the rim would be compared with nothing at all.
  const pair = new Float32Array(2 * heights.length);
  for (const scaleMm of [0.1, 0.55]) {
    for (let at = 0; at < open.length; at++) {
      const cover = inside[at]! > -1 ? 1 : 0;
      pair[2 * at] = heights[at]! * cover;
      pair[2 * at + 1] = cover;
    }
    const sigma = Math.max(1, scaleMm * pxPerMm);
    blurPlanesInPlace(pair, width, height, 2, sigma);
    const steepness = (0.9 * pxPerMm) / sigma;
    for (let at = 0; at < open.length; at++) {
      if (inside[at]! < -1) continue;
      const depth = (pair[2 * at]! / Math.max(pair[2 * at + 1]!, 1e-3) - heights[at]!) * steepness;
      open[at]! *= 1 - 0.42 * Math.max(-0.4, depth / (0.4 + Math.abs(depth)));
    }
  }
  return open;
}

/** Shadows cast by the relief, for the first lamp: a short march over the heights towards it. */
function castShadows(
  heights: Float32Array,
  inside: Float32Array,
  width: number,
  height: number,
  spec: SceneSpec,
  pxPerMm: number,
): Float32Array {
  const lit = new Float32Array(heights.length).fill(1);
  const lamp = spec.light.lobes[0];
  if (lamp === undefined || spec.light.shadow < 0.05) return lit;
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
      lit[at] = 1 - spec.light.shadow * Math.min(1, blocked);
    }
  }
  return lit;
}
