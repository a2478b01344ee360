import type { JobRecord, JobStage } from '../domain/records.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';

/** How often a job's row is written for its progress. */
const writeIntervalMs = 500;

export interface ProgressReport {
  /** Never waits, never fails: the newest is written when its turn comes. @param share - from 0 to 1 */
  report(stage: JobStage, share: number): void;
  /** Resolves when nothing is being written any more; what comes later is dropped. */
  stop(): Promise<void>;
}

/** Writes what a job says about its progress, seldom enough, and only while this run is the job's newest. */
export function keepProgress(
  { store, clock, log }: { readonly store: Store; readonly clock: Clock; readonly log: Logger },
  { id, runs }: Pick<JobRecord, 'id' | 'runs'>,
): ProgressReport {
  let newest: { stage: JobStage; percent: number } | null = null;
  let written: { stage: JobStage; percent: number } | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> | null = null;
  let isStopped = false;

  const write = async () => {
    while (newest !== null && !isStopped) {
      const { stage, percent } = newest;
      newest = null;
      written = { stage, percent };
      lastAt = clock.now().getTime();
      try {
        const isOurs = await store.rows.jobs.setProgress(id, {
          ...{ progress: { done: percent, failed: 0, total: 100 }, stage, ifRun: runs },
        });
        if (isOurs) await store.rows.events.publish({ type: 'job.changed', jobId: id });
      } catch (error) {
        // The next one says more than this one did.
        log.warn({ job_id: id, reason: (error as Error).message }, 'the progress of a job was not written');
      }
    }
  };
  return {
    report(stage, share) {
      const percent = Math.min(100, Math.max(0, Math.floor(share * 100)));
      const isNews = written?.stage !== stage || written.percent !== percent;
      const isDue = written?.stage !== stage || clock.now().getTime() - lastAt >= writeIntervalMs;
      if (isStopped || !isNews || !isDue) return;
      newest = { stage, percent };
      writing ??= write().finally(() => {
        writing = null;
      });
    },
    async stop() {
      isStopped = true;
      await writing;
    },
  };
}
