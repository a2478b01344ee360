import type { LearningComputations } from '../use-cases/learning/learning-computations.ts';

export interface ComputeOptions {
  /** Aborting ends the computation soon, wherever it is. */
  readonly signal: AbortSignal;
  /** Told from time to time how much of it is done. @param share - from 0 to 1 */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Carries out the heavy, pure part of learning somewhere: beside the event loop where that has other things to do. The answer is the
 * same to the bit wherever it is carried out.
 */
export interface LearningComputer {
  /** @throws the signal's reason once it aborts; what the computation throws */
  run<Name extends keyof LearningComputations>(
    name: Name,
    input: Parameters<LearningComputations[Name]>[0],
    options: ComputeOptions,
  ): Promise<ReturnType<LearningComputations[Name]>>;
}
