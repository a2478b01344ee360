import { InvalidInput, type JobFigures, type JobRows } from '@mlmcsc/core';
import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';
import { jobItems, jobs } from '../schema.ts';
import { fromJobRecord, toJobItemRecord, toJobRecord } from './job-record.ts';

const pendingStates = ['queued', 'retrying'] as const;
const itemsPerInsert = 1000;

/** Rows of jobs and of the pictures of batch jobs. */
export function createJobRows(db: Database): JobRows {
  return {
    async insert(job, imageIds) {
      await db.insert(jobs).values(fromJobRecord(job));
      for (let start = 0; start < imageIds.length; start += itemsPerInsert) {
        const part = imageIds.slice(start, start + itemsPerInsert);
        await db
          .insert(jobItems)
          .values(part.map((imageId, index) => ({ jobId: job.id, imageId, position: start + index })));
      }
    },
    async insertUnlessPending(job) {
      // Two callers at once must not both insert; the lock ends with the transaction.
      await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`job:${job.kind}`}))`);
      // The row lock keeps the job from starting before this transaction's rows are visible.
      const [pending] = await db
        .select()
        .from(jobs)
        .where(and(eq(jobs.kind, job.kind), inArray(jobs.state, [...pendingStates])))
        .orderBy(asc(jobs.createdAt))
        .limit(1)
        .for('update');
      if (pending !== undefined) return { job: toJobRecord(pending), created: false };
      await db.insert(jobs).values(fromJobRecord(job));
      return { job, created: true };
    },
    async find(id) {
      if (!isUuid(id)) return null;
      const [row] = await db.select().from(jobs).where(eq(jobs.id, id));
      return row === undefined ? null : toJobRecord(row);
    },
    async list(filter, page) {
      const cursor = decodeCursor(page.cursor);
      const rows = await db
        .select()
        .from(jobs)
        .where(
          and(
            filter.state === undefined ? undefined : eq(jobs.state, filter.state),
            filter.kind === undefined ? undefined : eq(jobs.kind, filter.kind),
            cursor === null
              ? undefined
              : sql`(${jobs.createdAt}, ${jobs.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`,
          ),
        )
        .orderBy(desc(jobs.createdAt), desc(jobs.id))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit).map(toJobRecord);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
    },
    async items(jobId, page) {
      const after = decodePosition(page.cursor);
      const rows = await db
        .select()
        .from(jobItems)
        .where(and(eq(jobItems.jobId, jobId), gt(jobItems.position, after)))
        .orderBy(asc(jobItems.position))
        .limit(page.limit + 1);
      const part = rows.slice(0, page.limit);
      const last = part.at(-1);
      return {
        items: part.map(toJobItemRecord),
        nextCursor: rows.length > page.limit && last !== undefined ? String(last.position) : null,
      };
    },
    async waitingItems(jobId, limit) {
      const rows = await db
        .select()
        .from(jobItems)
        .where(and(eq(jobItems.jobId, jobId), eq(jobItems.state, 'waiting')))
        .orderBy(asc(jobItems.position))
        .limit(limit);
      return rows.map(toJobItemRecord);
    },
    async transition(id, change) {
      const isStart = change.to === 'running';
      const isEnd = change.to === 'completed' || change.to === 'cancelled' || change.to === 'dead';
      const [row] = await db
        .update(jobs)
        .set({
          state: change.to,
          // Percent of a run that ended say nothing any more.
          done: sql`case when ${jobs.stage} is null then ${jobs.done} else 0 end`,
          total: sql`case when ${jobs.stage} is null then ${jobs.total} else 0 end`,
          stage: null,
          ...(change.error === undefined ? {} : { error: change.error }),
          ...(change.result === undefined ? {} : { result: change.result }),
          ...(change.attempts === undefined ? {} : { attempts: change.attempts }),
          ...(change.closedReason === undefined ? {} : { closedReason: change.closedReason }),
          ...(isEnd || isStart ? {} : { availableAt: change.availableAt ?? change.at }),
          ...(isStart
            ? {
                runs: sql`${jobs.runs} + 1`,
                startedAt: sql`coalesce(${jobs.startedAt}, ${change.at.toISOString()}::timestamptz)`,
              }
            : {}),
          finishedAt: isEnd ? change.at : null,
        })
        .where(
          and(
            eq(jobs.id, id),
            inArray(jobs.state, [...change.from]),
            change.ifRun === undefined ? undefined : eq(jobs.runs, change.ifRun),
          ),
        )
        .returning();
      return row === undefined ? null : toJobRecord(row);
    },
    async finishItems(jobId, outcomes) {
      const given = JSON.stringify(
        outcomes.map(({ imageId, outcome }) => ({
          image_id: imageId,
          ...('error' in outcome ? { error: outcome.error } : { analysis_id: outcome.analysisId }),
        })),
      );
      // One statement: marks and counts are committed together, also outside a transaction.
      const { rows } = await db.execute<{ done: number; failed: number; total: number }>(sql`
        with given as (
          select * from jsonb_to_recordset(${given}::jsonb) as row(image_id uuid, analysis_id uuid, error text)
        ), marked as (
          update job_items item
          set state = case when given.analysis_id is null then 'failed' else 'done' end,
            analysis_id = coalesce(given.analysis_id, item.analysis_id), error = given.error
          from given
          where item.job_id = ${jobId} and item.image_id = given.image_id and item.state = 'waiting'
          returning item.state
        )
        update jobs set done = done + (select count(*) from marked where state = 'done'),
          failed = failed + (select count(*) from marked where state = 'failed')
        where id = ${jobId}
        returning done, failed, total`);
      return rows[0]!;
    },
    async resetFailedItems(jobId) {
      await db
        .update(jobItems)
        .set({ state: 'waiting', error: null })
        .where(and(eq(jobItems.jobId, jobId), eq(jobItems.state, 'failed')));
      await db.update(jobs).set({ failed: 0 }).where(eq(jobs.id, jobId));
    },
    async setProgress(id, { progress, stage, ifRun }) {
      const { rowCount } = await db
        .update(jobs)
        .set({ ...progress, stage })
        .where(and(eq(jobs.id, id), eq(jobs.state, 'running'), eq(jobs.runs, ifRun)));
      return rowCount === 1;
    },
    async statistics(at) {
      const { rows } = await db.execute<
        Omit<JobFigures, 'waitingSince'> & { readonly waitingSince: string | Date | null }
      >(jobStatisticsQuery(at));
      return rows.map((row) => ({
        ...row,
        waitingSince: row.waitingSince === null ? null : new Date(row.waitingSince),
      }));
    },
    async dead(kinds, before, limit) {
      const rows = await db
        .select()
        .from(jobs)
        .where(and(eq(jobs.state, 'dead'), inArray(jobs.kind, [...kinds]), lt(jobs.finishedAt, before)))
        .orderBy(asc(jobs.finishedAt), asc(jobs.id))
        .limit(limit)
        .for('update', { skipLocked: true });
      return rows.map(toJobRecord);
    },
  };
}

/** Read from `jobs_unsettled` alone: finished jobs, however many, are not in it. */
export function jobStatisticsQuery(at: Date) {
  return sql`
    select kind, priority,
      (count(*) filter (where state = 'queued'))::int as queued,
      (count(*) filter (where state = 'retrying'))::int as retrying,
      (count(*) filter (where state = 'running'))::int as running,
      (count(*) filter (where state = 'dead'))::int as dead,
      min(available_at) filter (
        where state in ('queued', 'retrying') and available_at <= ${at.toISOString()}::timestamptz
      ) as "waitingSince"
    from jobs
    where state in ('queued', 'running', 'retrying', 'dead')
    group by kind, priority
    order by kind, priority`;
}

function decodePosition(cursor: string | undefined): number {
  if (cursor === undefined) return -1;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new InvalidInput(
    'cursor-invalid',
    'The cursor is not one that this list has given; start from the first page.',
  );
}
