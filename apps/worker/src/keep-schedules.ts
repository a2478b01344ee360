import type { Logger, UseCases } from '@mlmcsc/core';

const standardIntervalMs = 5_000;

/** Looks every few seconds whether a schedule is due and starts its job; all workers may, each time gives one job.
 * @returns stops, once the look that is under way has ended
 */
export function keepSchedules(
  useCases: Pick<UseCases, 'startDueJobs'>,
  log: Logger,
  intervalMs = standardIntervalMs,
): () => Promise<void> {
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      const jobIds = await useCases.startDueJobs();
      if (jobIds.length > 0) log.info({ job_ids: jobIds }, 'jobs started by schedule');
    } catch (error) {
      // The time stays due: the next look, or another worker's, takes it.
      log.warn({ reason: (error as Error).message }, 'schedules could not be looked at');
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(() => (isStopped ? undefined : look()));
  }, intervalMs);
  return async () => {
    isStopped = true;
    clearInterval(timer);
    await looking;
  };
}
