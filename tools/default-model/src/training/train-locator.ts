import type { NetworkWeights } from '@mlmcsc/kernels';
import { type TrainingProgress, trainNetwork } from '@mlmcsc/learning/network';
import { createExamplePool } from '../examples/example-pool.ts';
import { locatorExample } from '../examples/locator-examples.ts';
import { mixSeeds } from '../random/mix-seeds.ts';
import type { SceneCache } from '../scenes/scene-cache.ts';
import type { PlannedScene } from '../scenes/scene-plan.ts';
import { LOCATOR_DEFINITION } from './network-definitions.ts';

/** Share of new examples in a batch, and how many are kept for use again. */
export const FRESH_SHARE = 0.25;
export const POOL_SIZE = 320;

export interface TrainStageOptions {
  readonly cache: SceneCache;
  readonly scenes: readonly PlannedScene[];
  readonly steps: number;
  readonly batch: number;
  readonly seed: number;
  readonly onProgress: (progress: TrainingProgress) => void;
}

/** Trains the locator on rendered pictures with and without specimens. */
export function trainLocator(options: TrainStageOptions): NetworkWeights {
  const { cache, scenes, batch } = options;
  const nextBatch = createExamplePool({
    make: (seed) => locatorExample(cache.read(scenes[seed % scenes.length]), mixSeeds(seed, 1)),
    batch,
    fresh: Math.ceil(batch * FRESH_SHARE),
    size: POOL_SIZE,
    seed: mixSeeds(options.seed, 11),
  });
  return trainNetwork({
    definition: LOCATOR_DEFINITION,
    nextBatch,
    steps: options.steps,
    seed: mixSeeds(options.seed, 12),
    loss: { diceShare: 0.5 },
    rate: 0.003,
    averageOver: 300,
    onProgress: options.onProgress,
  });
}
