import type { Network } from '@mlmcsc/kernels';
import type { ImageRegion } from '../image/resample-region.ts';
import type { RgbImage } from '../image/value-image.ts';
import type { ProbabilityMaps } from './face-from-probability-maps.ts';
import type { LocatorTransform } from './locator-input.ts';
import {
  LOCATOR_CHANNELS,
  LOCATOR_HEIGHT,
  LOCATOR_OUTPUT_HEIGHT,
  LOCATOR_OUTPUT_WIDTH,
  LOCATOR_WIDTH,
  locatorInput,
} from './locator-input.ts';

/** Maps of one look at a picture, and where they lie. */
export interface LocatorLook {
  readonly maps: ProbabilityMaps;
  readonly transform: LocatorTransform;
}

/** Runs the locator network over one region of a picture.
 * @throws RangeError when the network does not have the locator's channels and output size */
export function runLocator(image: RgbImage, locator: Network, region: ImageRegion): LocatorLook {
  const { definition } = locator;
  if (definition.inputChannels !== LOCATOR_CHANNELS || definition.outputChannels !== 2) {
    throw new RangeError(
      `locator network "${definition.name}" has ${definition.inputChannels} inputs and ${definition.outputChannels} outputs; ${LOCATOR_CHANNELS} and 2 are needed`,
    );
  }
  const { tensor, transform } = locatorInput(image, region);
  const result = locator.forward(tensor.data, LOCATOR_HEIGHT, LOCATOR_WIDTH);
  if (result.width !== LOCATOR_OUTPUT_WIDTH || result.height !== LOCATOR_OUTPUT_HEIGHT) {
    throw new RangeError(
      `locator network "${definition.name}" gives ${result.width} x ${result.height} cells; ${LOCATOR_OUTPUT_WIDTH} x ${LOCATOR_OUTPUT_HEIGHT} are needed`,
    );
  }
  const size = result.width * result.height;
  const maps = {
    width: result.width,
    height: result.height,
    face: sigmoid(result.output.subarray(0, size)),
    notch: sigmoid(result.output.subarray(size, 2 * size)),
  };
  return { maps, transform };
}

/** Element-wise logistic function of logits; a fresh array. */
export function sigmoid(logits: Float32Array): Float32Array {
  const out = new Float32Array(logits.length);
  for (let i = 0; i < out.length; i += 1) out[i] = 1 / (1 + Math.exp(-logits[i]));
  return out;
}
