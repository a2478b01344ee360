import type { NetworkWeights } from '@mlmcsc/kernels';
import { trainNetwork } from '@mlmcsc/learning/network';
import { createExamplePool } from '../examples/example-pool.ts';
import { surfaceExample, teachableFaces } from '../examples/surface-examples.ts';
import { mixSeeds } from '../random/mix-seeds.ts';
import { SURFACE_DEFINITION } from './network-definitions.ts';
import { FRESH_SHARE, POOL_SIZE, type TrainStageOptions } from './train-locator.ts';

/** Trains the surface network on the faces of rendered pictures.
 * @throws Error when no picture has a face to learn from */
export function trainSurface(options: TrainStageOptions): NetworkWeights {
  const { cache, batch } = options;
  const faces = options.scenes
    .filter((planned) => planned.family !== null)
    .flatMap((planned) => teachableFaces(cache.read(planned)).map((face) => ({ planned, face })));
  if (faces.length === 0)
    throw new Error('no rendered picture has a face to learn from; render more pictures');
  const nextBatch = createExamplePool({
    make: (seed) => {
      const { planned, face } = faces[seed % faces.length];
      return surfaceExample(cache.read(planned), face, mixSeeds(seed, 1));
    },
    batch,
    fresh: Math.ceil(batch * FRESH_SHARE),
    size: POOL_SIZE,
    seed: mixSeeds(options.seed, 21),
  });
  return trainNetwork({
    definition: SURFACE_DEFINITION,
    nextBatch,
    steps: options.steps,
    seed: mixSeeds(options.seed, 22),
    // The area is the number that counts: its error is worth a term of its own.
    loss: { areaShare: 2 },
    rate: 0.002,
    averageOver: 300,
    onProgress: options.onProgress,
  });
}
