import { JOB_KIND_RULES, type JobQueue, rankOf } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import { inSpan } from '../../telemetry/index.ts';
import type { Database } from '../database.ts';

/** The job's own row counts its attempts; the queue repeats only when even that could not be written. */
const queueAttempts = 100;

/** Queue entries in the caller's transaction; the payload is only the id of the job's row. */
export function createJobQueue(db: Database): JobQueue {
  return {
    async enqueue({ kind, jobId, priority = 'normal', runAt }) {
      const attributes = () => ({
        'messaging.operation.type': 'send',
        'messaging.destination.name': kind,
        'messaging.message.id': jobId,
      });
      const entry = sql`select graphile_worker.add_job(
        identifier => ${kind}::text,
        payload => ${JSON.stringify({ job_id: jobId })}::json,
        queue_name => ${JOB_KIND_RULES[kind].oneAtATime}::text,
        run_at => ${runAt?.toISOString() ?? null}::timestamptz,
        max_attempts => ${queueAttempts}::int,
        job_key => ${jobId}::text,
        priority => ${rankOf(kind, priority)}::int
      )`;
      await inSpan(`send ${kind}`, 'producer', attributes, async () => {
        await db.execute(entry);
      });
    },
    async remove(jobId) {
      await db.execute(sql`select graphile_worker.remove_job(${jobId}::text)`);
    },
  };
}
