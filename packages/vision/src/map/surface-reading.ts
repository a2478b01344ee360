import type { Network } from '@mlmcsc/kernels';
import type { RgbImage } from '../image/value-image.ts';
import { sigmoid } from '../locate/run-locator.ts';
import { type FaceOutline, rectifyFace } from '../rectify/rectify-face.ts';
import { fromBlockPlanes, toBlockPlanes } from '../rectify/surface-blocks.ts';
import { SURFACE_HEIGHT, SURFACE_WIDTH, surfaceInput, surfaceMask } from '../rectify/surface-input.ts';
import { MAP_STATISTIC_NAMES, mapStatistics } from './map-statistics.ts';
import { tangentFeatures } from './tangent-features.ts';

/** What the last layer of the surface network reads of one face: enough to move the layer without looking again. */
export interface SurfaceReading {
  /** Planar, `channels` x blocks of cells. */
  readonly features: Float32Array;
  readonly channels: number;
  /** Cleavage logits of the layer as it is, `SURFACE_OUTPUTS` planes of blocks. */
  readonly logits: Float32Array;
  /** Cover of the measured outline on the map's grid, 0 to 1. */
  readonly mask: Float32Array;
  /** Features of the view, in the order of `viewFeatureNames`. */
  readonly view: Float64Array;
  /** Length of the network's pooled features, which stand between the map's statistics and the tangents. */
  readonly pooledLength: number;
}

/** A last layer moved from where it is, the same way for all cells of a block. */
export interface LayerShift {
  /** Added to the weights of the cleavage logits, one a channel. */
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Reads a face again for the sake of its last layer.
 * @param face - as it was found   @param view - features of its view, as `viewFace` or `extractFeatures` gave them
 * @param surface - the network that made them */
export function readSurface(
  image: RgbImage,
  face: FaceOutline,
  view: Float64Array,
  surface: Network,
): SurfaceReading {
  const rectified = rectifyFace(image, face);
  const mask = surfaceMask(rectified);
  const result = surface.forward(surfaceInput(rectified).data, SURFACE_HEIGHT, SURFACE_WIDTH, {
    poolMask: mask,
    wantsFeatures: true,
  });
  return {
    features: result.features,
    channels: result.featureChannels,
    logits: result.output,
    mask,
    view,
    pooledLength: result.pooled.length,
  };
}

/** Features of the view as they would be with a moved last layer: statistics and tangents of the map change, nothing else does.
 * @throws RangeError when the shift has another number of channels */
export function shiftedView(reading: SurfaceReading, shift: LayerShift): Float64Array {
  const { features, channels, mask, view, pooledLength } = reading;
  if (shift.weights.length !== channels) {
    throw new RangeError(`shift has ${shift.weights.length} weights, the layer reads ${channels} channels`);
  }
  const planes = sigmoid(shiftedLogits(reading, shift));
  const shifted = Float64Array.from(view);
  shifted.set(mapStatistics(fromBlockPlanes(planes), mask, SURFACE_WIDTH, SURFACE_HEIGHT));
  shifted.set(
    tangentFeatures(features, channels, planes, toBlockPlanes(mask)),
    MAP_STATISTIC_NAMES.length + pooledLength,
  );
  return shifted;
}

function shiftedLogits(
  { features, channels, logits }: SurfaceReading,
  { weights, bias }: LayerShift,
): Float32Array {
  const blocks = features.length / channels;
  const moved = new Float64Array(blocks).fill(bias);
  for (let c = 0; c < channels; c += 1) {
    for (let i = 0; i < blocks; i += 1) moved[i] += weights[c] * features[c * blocks + i];
  }
  return logits.map((logit, i) => logit + moved[i % blocks]);
}
