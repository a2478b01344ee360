import { enqueue, newJob } from '../use-cases/job-use-cases.ts';
import type { DriftDependencies } from './drift-dependencies.ts';

/** The rows are asked after every so many of a process: several processes count together, none asks for every picture. */
const sharesOfCount = 10;

/** Asks for an evaluation when enough was measured since the last one. To be called after each new analysis.
 * @param afterAnalyses - 0: only by schedule
 */
export function createDriftTrigger(
  dependencies: DriftDependencies,
  afterAnalyses: number,
): () => Promise<void> {
  const { store } = dependencies;
  const askAfter = Math.max(1, Math.floor(afterAnalyses / sharesOfCount));
  let measured = 0;
  return async () => {
    if (afterAnalyses === 0) return;
    measured += 1;
    if (measured % askAfter !== 0) return;
    const since = (await store.rows.drift.reference())?.evaluatedAt ?? null;
    if (!(await store.rows.drift.hasMeasured(afterAnalyses, since))) return;
    await store.transaction(async (rows) => {
      const { job, created } = await rows.jobs.insertUnlessPending(
        newJob(dependencies, 'drift.evaluate.v1', 'system'),
      );
      if (created) await enqueue(rows, job);
    });
  };
}
