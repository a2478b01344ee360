import type { ComputeOptions, LearningComputer } from '../../ports/computing.ts';
import { LEARNING_COMPUTATIONS, type Tick } from './learning-computations.ts';

/** Carries a computation out at once, on the calling thread. */
export const computeHere: LearningComputer = {
  async run(name, input, { signal, onProgress }: ComputeOptions) {
    signal.throwIfAborted();
    const compute = LEARNING_COMPUTATIONS[name] as (input: unknown, tick: Tick) => never;
    return compute(input, (share) => {
      signal.throwIfAborted();
      onProgress?.(share);
    });
  },
};

/** Where this installation computes. @default on the calling thread */
export const computerOf = ({
  computer,
}: {
  readonly computer?: LearningComputer | undefined;
}): LearningComputer => computer ?? computeHere;
