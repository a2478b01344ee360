import { expose } from './camera/expose.ts';
import { createFaceFrame } from './face/face-frame.ts';
import { renderFace } from './face/render-face.ts';
import { mixSeeds } from './random/generator.ts';
import { createCanvas } from './scene/linear-canvas.ts';
import type { SceneSpec } from './scene/scene-spec.ts';
import { paintBackground } from './surroundings/paint-background.ts';
import { paintBar } from './surroundings/paint-bar.ts';
import { paintHolder } from './surroundings/paint-holder.ts';
import { paintProps } from './surroundings/paint-props.ts';
import type { RenderedScene } from './truth/rendered-scene.ts';
import type { SceneMasks } from './truth/trace-truth.ts';

/** Renders a fracture scene with its exact truth; the same spec gives the same bytes on every machine.
 * @param spec - from `drawSceneSpec`, or made by hand
 * @returns picture of `width * resolutionScale` by `height * resolutionScale` pixels, and the truth at the same size
 * @throws RangeError when the picture would be smaller than 32 px on a side or has no half
 */
export function renderScene(spec: SceneSpec): RenderedScene {
  const width = Math.round(spec.width * spec.resolutionScale);
  const height = Math.round(spec.height * spec.resolutionScale);
  if (!(width >= 32 && height >= 32 && width * height <= 100e6)) {
    throw new RangeError(
      `picture of ${width} x ${height} px: allowed are 32 px a side to 100 Mpx; change resolutionScale`,
    );
  }
  if (spec.halves.length < 1) throw new RangeError('halves is empty: give one or two placements');
  const canvas = createCanvas(width, height);
  const masks: SceneMasks = {
    cleavage: new Uint8Array(width * height),
    face: new Uint8Array(width * height),
    notchBand: new Uint8Array(width * height),
  };
  const pxPerMm = spec.halves[0]!.pxPerMm * spec.resolutionScale;
  paintBackground(canvas, spec.background, spec.light, mixSeeds(spec.seed, 11), pxPerMm);
  paintProps(canvas, spec.background.props, spec.light, pxPerMm);
  spec.halves.forEach((half, index) => {
    paintHolder(canvas, spec, half, mixSeeds(spec.seed, 221 + index));
  });
  // All bars first: the side of one must not hide the face of the other.
  spec.halves.forEach((half, index) => {
    const frame = createFaceFrame(half, width, height, spec.resolutionScale);
    paintBar(canvas, spec, half, frame, mixSeeds(spec.seed, 211 + index));
  });
  const faces = spec.halves.map((half, index) => renderFace(canvas, masks, spec, half, index));
  const image = expose(canvas, spec.camera, spec.resolutionScale, mixSeeds(spec.seed, 17));
  return {
    image,
    truth: {
      faces,
      cleavageMask: { width, height, data: masks.cleavage },
      faceMask: { width, height, data: masks.face },
      notchBandMask: { width, height, data: masks.notchBand },
    },
  };
}
