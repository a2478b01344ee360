import type { Network } from '@mlmcsc/kernels';
import type { PlanarTensor } from '../image/planar-tensor.ts';
import { planeOf } from '../image/planar-tensor.ts';
import { sigmoid } from '../locate/run-locator.ts';
import type { RectifiedFace } from '../rectify/rectify-face.ts';
import { fromBlockPlanes, toBlockPlanes } from '../rectify/surface-blocks.ts';
import {
  SURFACE_CHANNELS,
  SURFACE_HEIGHT,
  SURFACE_MASK_CHANNEL,
  SURFACE_OUTPUTS,
  SURFACE_WIDTH,
  surfaceInput,
} from '../rectify/surface-input.ts';
import { tangentFeatures } from './tangent-features.ts';

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
  /** As `tangentFeatures` gives them. */
  readonly tangents: Float64Array;
}

/** Overwritten by every call; the network copies it. */
let input: PlanarTensor | undefined;

/** Runs the surface network on a rectified face.
 * @param surface - network made for `surfaceInput`; outputs: cleavage logits of the cells of a block
 * @throws RangeError when the network does not fit */
export function shearMap(face: RectifiedFace, surface: Network): ShearMap {
  const { definition } = surface;
  if (definition.inputChannels !== SURFACE_CHANNELS || definition.outputChannels !== SURFACE_OUTPUTS) {
    throw new RangeError(
      `surface network "${definition.name}" has ${definition.inputChannels} inputs and ${definition.outputChannels} outputs; ${SURFACE_CHANNELS} and ${SURFACE_OUTPUTS} are needed`,
    );
  }
  input = surfaceInput(face, input);
  const mask = planeOf(input, SURFACE_MASK_CHANNEL).slice();
  const result = surface.forward(input.data, SURFACE_HEIGHT, SURFACE_WIDTH, {
    poolMask: mask,
    wantsFeatures: true,
  });
  if (result.output.length !== mask.length) {
    throw new RangeError(
      `surface network "${definition.name}" gives ${result.channels} x ${result.height} x ${result.width} values; ${mask.length} are needed`,
    );
  }
  const planes = sigmoid(result.output);
  return {
    width: SURFACE_WIDTH,
    height: SURFACE_HEIGHT,
    cleavage: fromBlockPlanes(planes),
    mask,
    pooled: result.pooled,
    tangents: tangentFeatures(result.features, result.featureChannels, planes, toBlockPlanes(mask)),
  };
}
