import type { KernelAccelerator, NetworkWeights } from '@mlmcsc/kernels';
import { type TrainingProgress, trainNetwork } from '@mlmcsc/learning/network';
import { createExamplePool } from '../examples/example-pool.ts';
import { locatorExample } from '../examples/locator-examples.ts';
import { mixSeeds } from '../random/mix-seeds.ts';
import type { SceneCache } from '../scenes/scene-cache.ts';
import type { PlannedScene } from '../scenes/scene-plan.ts';
import { LOCATOR_DEFINITION } from './network-definitions.ts';

/** Share of new examples in a batch, and how many are kept for use again; the second round moves in smaller steps and forgets less. */
export const poolOf = ({ batch, from }: Pick<TrainStageOptions, 'batch' | 'from'>) =>
  from === undefined
    ? { batch, fresh: Math.ceil(batch / 4), size: 320 }
    : { batch, fresh: Math.ceil(batch / 8), size: 640 };

export interface TrainStageOptions {
  readonly cache: SceneCache;
  readonly scenes: readonly PlannedScene[];
  readonly steps: number;
  readonly batch: number;
  readonly seed: number;
  /** Weights to go on from: the second round. */
  readonly from?: NetworkWeights;
  readonly accelerate?: KernelAccelerator;
  readonly onProgress: (progress: TrainingProgress) => void;
}

/** Trains the locator on rendered pictures with and without specimens. */
export function trainLocator(options: TrainStageOptions): NetworkWeights {
  const { cache, scenes } = options;
  const nextBatch = createExamplePool({
    make: (seed) => locatorExample(cache.read(scenes[seed % scenes.length]), mixSeeds(seed, 1)),
    ...poolOf(options),
    seed: mixSeeds(options.seed, 11),
  });
  return trainNetwork({
    ...{ definition: LOCATOR_DEFINITION, nextBatch, steps: options.steps, averageOver: 300 },
    ...{ seed: mixSeeds(options.seed, 12), from: options.from },
    ...{ loss: { diceShare: 0.5 }, rate: options.from === undefined ? 0.003 : 0.002 },
    ...{ accelerate: options.accelerate, onProgress: options.onProgress },
  });
}
