import type { Network } from '@mlmcsc/kernels';
import { sigmoid } from '../locate/run-locator.ts';
import type { RectifiedFace } from '../rectify/rectify-face.ts';
import { averageBlocks } from '../rectify/rectify-face.ts';
import {
  SURFACE_CHANNELS,
  SURFACE_HEIGHT,
  SURFACE_OUTPUT_HEIGHT,
  SURFACE_OUTPUT_WIDTH,
  SURFACE_WIDTH,
  surfaceInput,
} from '../rectify/surface-input.ts';

/** Cleavage probability on the canonical grid of a rectified face. */
export interface ShearMap {
  readonly width: number;
  readonly height: number;
  /** Probability of cleavage, 0 to 1, row-major; meaningless where `mask` is 0. */
  readonly cleavage: Float32Array;
  /** Cover of the measured outline, 0 to 1: the weight of a cell in every area. */
  readonly mask: Float32Array;
  /** Mean of each bottleneck feature of the network over the face. */
  readonly pooled: Float32Array;
}

/** Runs the surface network on a rectified face and on its mirror image, and averages: the two halves of a specimen
 * are mirror images of one another, so neither the map nor the features may depend on which one is seen.
 * @param surface - network made for `surfaceInput`; one output: cleavage logit
 * @throws RangeError when the network does not fit */
export function shearMap(face: RectifiedFace, surface: Network): ShearMap {
  const { definition } = surface;
  if (definition.inputChannels !== SURFACE_CHANNELS || definition.outputChannels !== 1) {
    throw new RangeError(
      `surface network "${definition.name}" has ${definition.inputChannels} inputs and ${definition.outputChannels} outputs; ${SURFACE_CHANNELS} and 1 are needed`,
    );
  }
  const input = surfaceInput(face);
  const result = surface.forward(input.data, SURFACE_HEIGHT, SURFACE_WIDTH, { poolMask: face.mask.data });
  if (result.width !== SURFACE_OUTPUT_WIDTH || result.height !== SURFACE_OUTPUT_HEIGHT) {
    throw new RangeError(
      `surface network "${definition.name}" gives ${result.width} x ${result.height} cells; ${SURFACE_OUTPUT_WIDTH} x ${SURFACE_OUTPUT_HEIGHT} are needed`,
    );
  }
  const mirrored = surface.forward(mirrorRows(input.data, SURFACE_WIDTH), SURFACE_HEIGHT, SURFACE_WIDTH, {
    poolMask: mirrorRows(face.mask.data, SURFACE_WIDTH),
  });
  const second = mirrorRows(sigmoid(mirrored.output), result.width);
  return {
    width: result.width,
    height: result.height,
    cleavage: sigmoid(result.output).map((p, i) => 0.5 * (p + second[i])),
    mask: averageBlocks(face.mask.data, SURFACE_WIDTH, SURFACE_HEIGHT, 2).data,
    pooled: result.pooled.map((value, i) => 0.5 * (value + mirrored.pooled[i])),
  };
}

/** Every row reversed. */
function mirrorRows(values: Float32Array, width: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += width) {
    for (let x = 0; x < width; x += 1) out[start + x] = values[start + width - 1 - x];
  }
  return out;
}
