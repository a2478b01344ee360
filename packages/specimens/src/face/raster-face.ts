import { mixSeeds } from '../random/generator.ts';
import { createNoiseTable } from '../random/noise.ts';
import type { LinearCanvas } from '../scene/linear-canvas.ts';
import type { HalfPlacement, SceneSpec } from '../scene/scene-spec.ts';
import { type FaceFrame, toFace, toPicture } from './face-frame.ts';
import { type EdgeDistances, type FaceOutline, measureOutline } from './face-outline.ts';
import { findThreshold, scoreZone } from './zone-score.ts';

/** Pixels of one face: a box around it and flat lists over the box. */
export interface FaceRaster {
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

/** Measures every pixel of the box around a face: place on the face, distance to the outline, zone score. */
export function rasterFace(
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
export function applyThreshold(raster: FaceRaster, share: number): number {
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
