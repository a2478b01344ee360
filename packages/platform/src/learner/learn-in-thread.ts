import { DomainError, LEARNING_COMPUTATIONS, type LearningComputations } from '@mlmcsc/core';
import { lowerThreadPriority } from '../system/index.ts';
import type { LearnTask, LearnTaskResult } from './learn-task.ts';

// Requests, the queue and its heartbeat come first.
lowerThreadPriority();

/** Thrown inside a computation that is not wanted any more. */
const cancelled = new Error('cancelled');

/** Carries out one computation; runs inside a thread of the pool. */
export function learnInThread(task: LearnTask): LearnTaskResult {
  const flag = new Int32Array(task.flag);
  let toldAt = 0;
  const tick = (share: number) => {
    if (Atomics.load(flag, 0) !== 0) throw cancelled;
    const now = performance.now();
    if (now - toldAt < task.tellEveryMs) return;
    toldAt = now;
    task.progress.postMessage(share);
  };
  const compute = LEARNING_COMPUTATIONS[task.name as keyof LearningComputations] as (
    input: unknown,
    tick: (share: number) => void,
  ) => unknown;
  try {
    return { outcome: 'done', value: compute(task.input, tick) };
  } catch (error) {
    if (error === cancelled) return { outcome: 'cancelled' };
    if (error instanceof DomainError) throw new Error(`${error.code}: ${error.detail}`, { cause: error });
    throw error;
  } finally {
    task.progress.close();
  }
}
