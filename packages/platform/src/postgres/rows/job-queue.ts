import type { JobKind, JobQueue } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Both change the champion: they run one after the other, in all workers together. */
const serialQueue: Readonly<Partial<Record<JobKind, string>>> = {
  'label.learn.v1': 'learning',
  'model.retrain.v1': 'learning',
};

/** Interactive work goes first: a label should teach while a folder of thousands is measured. */
const priority: Readonly<Record<JobKind, number>> = {
  'label.learn.v1': -10,
  'model.retrain.v1': 0,
  'analysis.batch.v1': 0,
};

/** The job's own row counts its attempts; the queue repeats only when even that could not be written. */
const queueAttempts = 100;

/** Queue entries in the caller's transaction; the payload is only the id of the job's row. */
export function createJobQueue(db: Database): JobQueue {
  return {
    async enqueue(job) {
      await db.execute(sql`select graphile_worker.add_job(
        identifier => ${job.kind}::text,
        payload => ${JSON.stringify({ job_id: job.jobId })}::json,
        queue_name => ${serialQueue[job.kind] ?? null}::text,
        run_at => ${job.runAt?.toISOString() ?? null}::timestamptz,
        max_attempts => ${queueAttempts}::int,
        job_key => ${job.jobId}::text,
        priority => ${priority[job.kind]}::int
      )`);
    },
    async remove(jobId) {
      await db.execute(sql`select graphile_worker.remove_job(${jobId}::text)`);
    },
  };
}
