import { mixSeeds } from '../random/generator.ts';
import type { LinearCanvas } from '../scene/linear-canvas.ts';
import type { HalfPlacement, SceneSpec } from '../scene/scene-spec.ts';
import type { FaceTruth } from '../truth/rendered-scene.ts';
import { type SceneMasks, traceTruth } from '../truth/trace-truth.ts';
import { buildRelief } from './build-relief.ts';
import { createFaceFrame } from './face-frame.ts';
import { createFaceOutline } from './face-outline.ts';
import { lightFace } from './light-face.ts';
import { applyThreshold, rasterFace } from './raster-face.ts';

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
  const surface = buildRelief(spec, half, frame, outline, raster, threshold);
  lightFace(canvas, spec, half, frame, raster, surface);
  return traceTruth(canvas, masks, raster, frame, outline, half, index, spec.specimen.widthMm);
}
