import type { NetworkWeights } from '@mlmcsc/kernels';
import { trainNetwork } from '@mlmcsc/learning/network';
import { createExamplePool } from '../examples/example-pool.ts';
import { surfaceExample, teachableFaces } from '../examples/surface-examples.ts';
import { mixSeeds } from '../random/mix-seeds.ts';
import { SURFACE_DEFINITION } from './network-definitions.ts';
import { poolOf, type TrainStageOptions } from './train-locator.ts';

/** Trains the surface network on the faces of rendered pictures.
 * @throws Error when no picture has a face to learn from */
export function trainSurface(options: TrainStageOptions): NetworkWeights {
  const { cache } = options;
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
    ...poolOf(options),
    seed: mixSeeds(options.seed, 21),
  });
  return trainNetwork({
    ...{ definition: SURFACE_DEFINITION, nextBatch, steps: options.steps, averageOver: 300 },
    ...{ seed: mixSeeds(options.seed, 22), from: options.from },
    // The area is the number that counts: its error is worth a term of its own; once the map is fair, its absolute error.
    ...(options.from === undefined
      ? { loss: { areaShare: 2 }, rate: 0.002 }
      : { loss: { areaShare: 1, areaError: 'absolute' }, rate: 0.0015 }),
    ...{ accelerate: options.accelerate, onProgress: options.onProgress },
  });
}
