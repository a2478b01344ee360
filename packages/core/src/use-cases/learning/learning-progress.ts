import type { JobStage } from '../../domain/records.ts';
import type { ComputeOptions } from '../../ports/computing.ts';
import type { JobRun } from '../use-cases.ts';

/** Which part of a round each stage takes, roughly, so that the share grows evenly. */
const PARTS: Readonly<Record<JobStage, readonly [from: number, to: number]>> = {
  loading: [0, 0.2],
  predicting: [0.2, 0.3],
  learning: [0.3, 0.9],
  judging: [0.9, 1],
};

/** Options of a computation that is one stage of a job: it tells its progress there, and ends when the job is to end. */
export function stageOf(
  { signal, report }: JobRun,
  stage: JobStage,
): ComputeOptions & { onProgress(share: number): void } {
  const [from, to] = PARTS[stage];
  const onProgress = (share: number) => report?.(stage, from + share * (to - from));
  onProgress(0);
  return { signal, onProgress };
}
