import { type NegativeSpec, renderNegative, renderScene, type SceneSpec } from '@mlmcsc/specimens';
import { serveThread } from '../../threads/serve-thread.ts';

export interface RenderedPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Percent shear of the first face, or null without one. */
  readonly shearPercent: number | null;
}

serveThread(async (spec: SceneSpec | NegativeSpec) => {
  const { image, truth } = spec.kind === 'fracture' ? renderScene(spec) : renderNegative(spec);
  const value: RenderedPicture = { ...image, shearPercent: truth.faces[0]?.shearPercent ?? null };
  return { value, transfer: [image.data.buffer as ArrayBuffer] };
});
