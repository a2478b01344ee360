import { countMultiplyAdds, planNetwork } from '@mlmcsc/kernels';
import type { Model } from '@mlmcsc/learning';
import {
  FINE_HEIGHT,
  FINE_WIDTH,
  LOCATOR_HEIGHT,
  LOCATOR_WIDTH,
  type RgbImage,
  SURFACE_CHANNELS,
  SURFACE_HEIGHT,
  SURFACE_WIDTH,
} from '@mlmcsc/vision';

/** What a stage cannot do without. */
export interface StageWork {
  /** Single-precision multiply-adds; one in double precision counts as two. */
  readonly multiplyAdds: number;
  /** Bytes that have to be read and written at least once. */
  readonly bytes: number;
}

const FINE = FINE_WIDTH * FINE_HEIGHT;
/** Samples of all three octaves. */
const OCTAVES = FINE * (1 + 1 / 4 + 1 / 16);

/** Least work of each stage on one photograph. @param passes - locator passes it takes */
export function stageWork(model: Model, image: RgbImage, passes: number): Record<string, StageWork> {
  const { locator, surface } = model;
  const locatorPass = countMultiplyAdds(planNetwork(locator.definition, LOCATOR_HEIGHT, LOCATOR_WIDTH));
  const surfacePass = countMultiplyAdds(planNetwork(surface.definition, SURFACE_HEIGHT, SURFACE_WIDTH));
  const surfaceTensor = 4 * SURFACE_CHANNELS * SURFACE_HEIGHT * SURFACE_WIDTH;
  // A byte of the picture takes one multiply-add down the columns.
  const locate = { multiplyAdds: passes * locatorPass + 2 * image.data.length, bytes: image.data.length };
  // Four reads of three colours a sample; three planes and the cover written.
  const rectify = { multiplyAdds: 2 * 12 * FINE, bytes: 3 * FINE + 16 * FINE };
  const input = { multiplyAdds: 0, bytes: 12 * FINE + surfaceTensor };
  const map = { multiplyAdds: surfacePass, bytes: input.bytes };
  // Six filters of about five products a sample.
  const descriptors = { multiplyAdds: 2 * 30 * OCTAVES, bytes: 5 * OCTAVES + 12 * FINE };
  const flags = { multiplyAdds: 0, bytes: 8 * FINE + 5 * (OCTAVES - FINE) };
  return { locate, rectify, 'surface input': input, 'input and map': map, descriptors, flags };
}
