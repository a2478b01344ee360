import type { Network } from '@mlmcsc/kernels';
import type { PlanarTensor } from '../image/planar-tensor.ts';
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
  /** What the network saw. */
  readonly input: PlanarTensor;
  /** How far the face map changes when the same region is shown upside down, cell by cell, 0 to 1; null for a single look. */
  readonly disagreement: Float32Array | null;
}

/** Runs the locator network over one region of a picture.
 * @throws RangeError when the network does not have the locator's channels and output size */
export function runLocator(image: RgbImage, locator: Network, region: ImageRegion): LocatorLook {
  checkLocator(locator);
  const { tensor, transform } = locatorInput(image, region);
  return { maps: probabilities(locator, tensor.data), transform, input: tensor, disagreement: null };
}

/** Looks again with the region turned by half a turn and mirrored both ways, and averages all four: steadier outlines
 * and notch sides, and a measure of doubt, because what is a face stays one when it is turned. */
export function lookAgainTurned(locator: Network, look: LocatorLook): LocatorLook {
  const { width } = look.maps;
  const data = look.input.data;
  const plane = LOCATOR_WIDTH * LOCATOR_HEIGHT;
  const turned = probabilities(locator, reverseRuns(data, plane));
  const mirrored = probabilities(locator, reverseRuns(data, LOCATOR_WIDTH));
  // A half turn and a mirroring of every row together mirror the columns.
  const flipped = probabilities(locator, reverseRuns(reverseRuns(data, LOCATOR_WIDTH), plane));
  const size = look.maps.face.length;
  const mean = (pick: (maps: ProbabilityMaps) => Float32Array): Float32Array => {
    const first = pick(look.maps);
    const second = reverseRuns(pick(turned), size);
    const third = reverseRuns(pick(mirrored), width);
    const fourth = reverseRuns(reverseRuns(pick(flipped), size), width);
    return first.map((p, i) => 0.25 * (p + second[i] + third[i] + fourth[i]));
  };
  const opposite = reverseRuns(turned.face, size);
  const disagreement = look.maps.face.map((p, i) => Math.abs(p - opposite[i]));
  const maps = { ...look.maps, face: mean((one) => one.face), notch: mean((one) => one.notch) };
  return { ...look, maps, disagreement };
}

function checkLocator({ definition }: Network): void {
  if (definition.inputChannels !== LOCATOR_CHANNELS || definition.outputChannels !== 2) {
    throw new RangeError(
      `locator network "${definition.name}" has ${definition.inputChannels} inputs and ${definition.outputChannels} outputs; ${LOCATOR_CHANNELS} and 2 are needed`,
    );
  }
}

function probabilities(locator: Network, input: Float32Array): ProbabilityMaps {
  const result = locator.forward(input, LOCATOR_HEIGHT, LOCATOR_WIDTH);
  if (result.width !== LOCATOR_OUTPUT_WIDTH || result.height !== LOCATOR_OUTPUT_HEIGHT) {
    throw new RangeError(
      `locator network "${locator.definition.name}" gives ${result.width} x ${result.height} cells; ${LOCATOR_OUTPUT_WIDTH} x ${LOCATOR_OUTPUT_HEIGHT} are needed`,
    );
  }
  const size = result.width * result.height;
  return {
    width: result.width,
    height: result.height,
    face: sigmoid(result.output.subarray(0, size)),
    notch: sigmoid(result.output.subarray(size, 2 * size)),
  };
}

/** Every run of `length` values in reverse order: whole planes are turned by half a turn, single rows are mirrored. */
function reverseRuns(data: Float32Array, length: number): Float32Array {
  const out = new Float32Array(data.length);
  for (let start = 0; start < data.length; start += length) {
    for (let i = 0; i < length; i += 1) out[start + i] = data[start + length - 1 - i];
  }
  return out;
}

/** Element-wise logistic function of logits; a fresh array. */
export function sigmoid(logits: Float32Array): Float32Array {
  const out = new Float32Array(logits.length);
  for (let i = 0; i < out.length; i += 1) out[i] = 1 / (1 + Math.exp(-logits[i]));
  return out;
}
