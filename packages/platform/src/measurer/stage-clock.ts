import type { StageTime } from './measure-task.ts';

/** Takes the times of the stages of one picture, in a clock that all threads share. */
export class StageClock {
  readonly stages: StageTime[] = [];

  readonly watch = <T>(stage: string, work: () => T): T => {
    const startedAt = now();
    try {
      return work();
    } finally {
      this.stages.push({ stage, startedAt, endedAt: now() });
    }
  };

  async wait<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const startedAt = now();
    try {
      return await work();
    } finally {
      this.stages.push({ stage, startedAt, endedAt: now() });
    }
  }
}

/** Each thread counts from its own start. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
