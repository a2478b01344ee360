import type { JobRecord, JobState, UseCases } from '@mlmcsc/core';
import { systemClock } from '@mlmcsc/platform/system';
import { CommandFailure } from '../console/command-failure.ts';

const pollMs = 500;
const ENDED: ReadonlySet<JobState> = new Set(['completed', 'dead', 'cancelled']);

/** The job as it is when a worker is done with it. */
export async function untilJobEnds(jobs: Pick<UseCases, 'getJob'>, started: JobRecord): Promise<JobRecord> {
  let job = started;
  while (!ENDED.has(job.state)) {
    await systemClock.sleep(pollMs);
    job = await jobs.getJob(job.id);
  }
  return job;
}

/** @throws CommandFailure when it ended without success */
export function refuseFailedJob({ state, error }: JobRecord, what: string): void {
  if (state !== 'dead' && state !== 'cancelled') return;
  throw new CommandFailure(`${what} ended as ${state}: ${error ?? 'no reason is known'}.`);
}
