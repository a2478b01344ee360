import { expose } from '../camera/expose.ts';
import { mixSeeds } from '../random/generator.ts';
import { createCanvas } from '../scene/linear-canvas.ts';
import { paintBackground } from '../surroundings/paint-background.ts';
import { paintProps } from '../surroundings/paint-props.ts';
import type { RenderedScene } from '../truth/rendered-scene.ts';
import type { NegativeSpec } from './negative-spec.ts';
import { paintSubject } from './paint-subject.ts';

/** Renders a picture without a fracture face: its truth has no faces and empty masks.
 * @throws RangeError when the picture would be smaller than 32 px on a side
 */
export function renderNegative(spec: NegativeSpec): RenderedScene {
  const width = Math.round(spec.width * spec.resolutionScale);
  const height = Math.round(spec.height * spec.resolutionScale);
  if (!(width >= 32 && height >= 32 && width * height <= 100e6)) {
    throw new RangeError(
      `picture of ${width} x ${height} px: allowed are 32 px a side to 100 Mpx; change resolutionScale`,
    );
  }
  const canvas = createCanvas(width, height);
  const pxPerMm = spec.pxPerMm * spec.resolutionScale;
  paintBackground(canvas, spec.background, spec.light, mixSeeds(spec.seed, 11), pxPerMm);
  paintProps(canvas, spec.background.props, spec.light, pxPerMm);
  paintSubject(canvas, spec);
  const image = expose(canvas, spec.camera, spec.resolutionScale, mixSeeds(spec.seed, 17));
  const empty = () => ({ width, height, data: new Uint8Array(width * height) });
  return { image, truth: { faces: [], cleavageMask: empty(), faceMask: empty(), notchBandMask: empty() } };
}
