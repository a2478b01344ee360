import { type AnalysisStatus, Conflict, type TrialPair, type TrialRows } from '@mlmcsc/core';
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';
import { before } from '../keyset.ts';
import { models, modelTrials, trialAnswers } from '../schema.ts';

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** Trials of challengers, and the outbox of what the other model has still to say. */
export function createTrialRows(db: Database): TrialRows {
  const all = async <Row extends Record<string, unknown>>(query: SQL) => (await db.execute<Row>(query)).rows;
  const answerTo = ({ trialId, analysisId }: { trialId: string; analysisId: string }) =>
    and(
      eq(trialAnswers.trialId, trialId),
      eq(trialAnswers.analysisId, analysisId),
      eq(trialAnswers.status, 'waiting'),
    );
  return {
    async insert(trial) {
      const rows = await db.insert(modelTrials).values(trial).onConflictDoNothing().returning();
      if (rows.length === 0) {
        throw new Conflict('trial-running', 'Another trial runs. End it first: one runs at a time.');
      }
    },
    async find(id) {
      if (!isUuid(id)) return null;
      return (await db.select().from(modelTrials).where(eq(modelTrials.id, id)))[0] ?? null;
    },
    async list(page) {
      const { startedAt, id } = modelTrials;
      const rows = await db
        .select()
        .from(modelTrials)
        .where(before(startedAt, id, decodeCursor(page.cursor)))
        .orderBy(desc(startedAt), desc(id))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.startedAt, id: last.id }) : null };
    },
    async running() {
      const [row] = await db
        .select({ trial: modelTrials, challenger: models })
        .from(modelTrials)
        .innerJoin(models, eq(models.version, modelTrials.modelVersion))
        .where(isNull(modelTrials.endedAt));
      return row ?? null;
    },
    async end(id, { by, at, reason }) {
      if (!isUuid(id)) return null;
      const rows = await db
        .update(modelTrials)
        .set({ endedBy: by, endedAt: at, endReason: reason })
        .where(and(eq(modelTrials.id, id), isNull(modelTrials.endedAt)))
        .returning();
      return rows[0] ?? null;
    },
    async ask({ trialId, analysisId, modelVersion, at }) {
      await db
        .insert(trialAnswers)
        .values({ trialId, analysisId, modelVersion, status: 'waiting', dueAt: at })
        .onConflictDoNothing();
    },
    async take({ at, until, limit }) {
      const rows = await all<{
        trial_id: string;
        analysis_id: string;
        model_version: string;
        attempts: number;
      }>(sql`
        update trial_answers set due_at = ${instant(until)}, attempts = attempts + 1
        where (trial_id, analysis_id) in (
          select trial_id, analysis_id from trial_answers
          where status = 'waiting' and due_at <= ${instant(at)}
          order by due_at limit ${limit} for update skip locked)
        returning trial_id, analysis_id, model_version, attempts`);
      return rows.map((row) => ({
        trialId: row.trial_id,
        analysisId: row.analysis_id,
        modelVersion: row.model_version,
        attempts: row.attempts,
      }));
    },
    async settle(one, answer, at) {
      await db
        .update(trialAnswers)
        .set({ ...answer, answeredAt: at })
        .where(answerTo(one));
    },
    async postpone(one, until) {
      await db.update(trialAnswers).set({ dueAt: until }).where(answerTo(one));
    },
    async counts(trialId) {
      const [row] = await all<{ waiting: string; answered: string; failed: string }>(sql`
        select count(*) filter (where status = 'waiting') as waiting,
          count(*) filter (where status not in ('waiting', 'failed')) as answered,
          count(*) filter (where status = 'failed') as failed
        from trial_answers where trial_id = ${trialId}`);
      const { waiting, answered, failed } = row!;
      return { waiting: Number(waiting), answered: Number(answered), failed: Number(failed) };
    },
    async failures(trialId, limit) {
      const rows = await all<{ error: string; count: string }>(sql`
        select error, count(*) as count from trial_answers
        where trial_id = ${trialId} and status = 'failed' and error is not null
        group by error order by count(*) desc, error limit ${limit}`);
      return rows.map(({ error, count }) => ({ error, count: Number(count) }));
    },
    async pairs(trialId) {
      const rows = await all<PairRow>(sql`
        select trial.model_version as challenger, analysis.model_version as shown_by, other.model_version as other_by,
          analysis.status as shown_status, analysis.shear_percent as shown_percent,
          other.status as other_status, other.shear_percent as other_percent,
          image.specimen, image.sha256, label.shear_percent as label_percent
        from trial_answers other
        join model_trials trial on trial.id = other.trial_id
        join analyses analysis on analysis.id = other.analysis_id
        join images image on image.id = analysis.image_id
        left join lateral (
          select shear_percent from labels where labels.analysis_id = analysis.id order by arrival desc limit 1
        ) label on true
        where other.trial_id = ${trialId} and other.status not in ('waiting', 'failed')
        order by analysis.created_at, analysis.id`);
      return rows.map(toPair);
    },
  };
}

type PairRow = {
  challenger: string;
  shown_by: string;
  other_by: string;
  shown_status: AnalysisStatus;
  shown_percent: number | null;
  other_status: AnalysisStatus;
  other_percent: number | null;
  specimen: string | null;
  sha256: string;
  label_percent: number | null;
};

function toPair(row: PairRow): TrialPair {
  const shown = { status: row.shown_status, shearPercent: row.shown_percent };
  const other = { status: row.other_status, shearPercent: row.other_percent };
  const isChallengers = row.shown_by === row.challenger;
  return {
    answeredBy: isChallengers ? 'challenger' : 'champion',
    championVersion: isChallengers ? row.other_by : row.shown_by,
    specimen: row.specimen,
    imageSha256: row.sha256,
    champion: isChallengers ? other : shown,
    challenger: isChallengers ? shown : other,
    labelPercent: row.label_percent,
  };
}
