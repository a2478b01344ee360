import type { RetentionRows, RunCounts } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';

/** What each run of the retention job has removed. */
export function createRunRows(
  db: Database,
): Pick<RetentionRows, 'beginRun' | 'countRun' | 'closeRun' | 'endedRuns'> {
  return {
    async beginRun(jobId, at) {
      // A job that was cancelled and is run again counts anew.
      await db.execute(sql`
        insert into retention_runs (job_id, started_at) values (${jobId}, ${at.toISOString()})
        on conflict (job_id) do update set counts = '{}', started_at = excluded.started_at, finished_at = null
        where retention_runs.finished_at is not null`);
    },
    async countRun(jobId, kind, { rows, objects, bytes }) {
      await db.execute(sql`
        update retention_runs set counts = counts || jsonb_build_object(${kind}::text, jsonb_build_object(
          'rows', coalesce((counts -> ${kind}::text ->> 'rows')::bigint, 0) + ${rows}::bigint,
          'objects', coalesce((counts -> ${kind}::text ->> 'objects')::bigint, 0) + ${objects}::bigint,
          'bytes', coalesce((counts -> ${kind}::text ->> 'bytes')::bigint, 0) + ${bytes}::bigint))
        where job_id = ${jobId}`);
    },
    async closeRun(jobId, at) {
      const { rows } = await db.execute<{ counts: RunCounts }>(sql`
        update retention_runs set finished_at = ${at.toISOString()}
        where job_id = ${jobId} and finished_at is null returning counts`);
      return rows[0]?.counts ?? null;
    },
    async endedRuns() {
      const { rows } = await db.execute<{ job_id: string }>(sql`
        select job_id from retention_runs run where finished_at is null and not exists (
          select from jobs where id = run.job_id and state in ('queued', 'running', 'retrying'))`);
      return rows.map(({ job_id }) => job_id);
    },
  };
}
