import type { DriftRows, DriftSignal, SeenFilter, SeenPicture } from '@mlmcsc/core';
import { and, asc, desc, eq, gte, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';
import { before } from '../keyset.ts';
import {
  analyses,
  driftCharts,
  driftFindings,
  driftReferences,
  images,
  labels,
  models,
  pictureMeasures,
} from '../schema.ts';

/** Held while the newest reference is judged or replaced. */
const referenceLock = 7261531034;

/** Rows of drift: what it is told from, and what it tells. */
export function createDriftRows(db: Database): DriftRows {
  const newest = async () =>
    (
      await db
        .select()
        .from(driftReferences)
        .orderBy(desc(driftReferences.setAt), desc(driftReferences.id))
        .limit(1)
    )[0] ?? null;
  const byId = (id: string, forUpdate: boolean) => {
    const query = db.select().from(driftFindings).where(eq(driftFindings.id, id));
    return forUpdate ? query.for('update') : query;
  };

  return {
    async pictures(filter) {
      const { after } = filter;
      const rows = await db
        .select(seenColumns)
        .from(pictureMeasures)
        .innerJoin(analyses, eq(analyses.id, pictureMeasures.analysisId))
        .innerJoin(models, eq(models.digest, analyses.modelDigest))
        .innerJoin(images, eq(images.id, analyses.imageId))
        .where(
          and(
            ...conditionsOf(filter),
            after === undefined
              ? undefined
              : sql`(${pictureMeasures.measuredAt}, ${pictureMeasures.analysisId}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
            // What is measured again is no new picture.
            sql`not exists (
              select from analyses earlier where earlier.image_id = ${analyses.imageId}
              and (earlier.created_at, earlier.id) < (${analyses.createdAt}, ${analyses.id}) offset 0)`,
          ),
        )
        .orderBy(asc(pictureMeasures.measuredAt), asc(pictureMeasures.analysisId))
        .limit(filter.limit);
      return rows.map(toSeenPicture);
    },
    async hasMeasured(atLeast, since) {
      const { rows } = await db.execute<{ enough: boolean }>(sql`
        select count(*) >= ${atLeast} as enough from (
          select from picture_measures
          where measured_at > ${(since ?? new Date(0)).toISOString()}::timestamptz limit ${atLeast}) measured`);
      return rows[0]?.enough === true;
    },
    async labels(filter) {
      const rows = await db
        .select({
          labelId: labels.id,
          analysisId: analyses.id,
          at: labels.createdAt,
          group: groupOfImage,
          isCanary: isCanaryAnswer,
          answer: analyses.shearPercent,
          label: labels.shearPercent,
        })
        .from(pictureMeasures)
        .innerJoin(analyses, eq(analyses.id, pictureMeasures.analysisId))
        .innerJoin(models, eq(models.digest, analyses.modelDigest))
        .innerJoin(images, eq(images.id, analyses.imageId))
        .innerJoin(labels, eq(labels.analysisId, analyses.id))
        .where(and(...conditionsOf(filter), isNotNull(analyses.shearPercent)))
        .orderBy(asc(labels.arrival))
        .limit(filter.limit);
      return rows.map(({ answer, label, ...row }) => ({ ...row, error: (answer ?? label) - label }));
    },
    async newestPipeline(baseDigest) {
      const [row] = await db
        .select({ pipelineVersion: analyses.pipelineVersion })
        .from(pictureMeasures)
        .innerJoin(analyses, eq(analyses.id, pictureMeasures.analysisId))
        .innerJoin(models, eq(models.digest, analyses.modelDigest))
        .where(eq(models.baseDigest, baseDigest))
        .orderBy(desc(pictureMeasures.measuredAt), desc(pictureMeasures.analysisId))
        .limit(1);
      return row?.pipelineVersion ?? null;
    },
    async inServiceSince(baseDigest) {
      const { rows } = await db.execute<{ at: string | Date | null }>(sql`
        select max(ledger.deployed_at) as at
        from deployments ledger
        join models fresh on fresh.version = ledger.to_version
        left join models former on former.version = ledger.from_version
        where ledger.alias = 'champion' and fresh.base_digest = ${baseDigest}
          and former.base_digest is distinct from ${baseDigest}`);
      const at = rows[0]?.at ?? null;
      return at === null ? null : new Date(at);
    },

    reference: newest,
    async findReference(id) {
      if (!isUuid(id)) return null;
      return (await db.select().from(driftReferences).where(eq(driftReferences.id, id)))[0] ?? null;
    },
    async lockReference() {
      await db.execute(sql`select pg_advisory_xact_lock(${referenceLock})`);
      return newest();
    },
    async insertReference(reference) {
      await db.insert(driftReferences).values(reference);
    },
    async updateReference(id, change) {
      await db.update(driftReferences).set(change).where(eq(driftReferences.id, id));
    },

    async charts(referenceId) {
      const rows = await db
        .select({ chart: driftCharts.chart })
        .from(driftCharts)
        .where(eq(driftCharts.referenceId, referenceId));
      return rows.map(({ chart }) => chart);
    },
    async scores(referenceId) {
      const { rows } = await db.execute<{ signal: DriftSignal; ratio: number }>(sql`
        select signal, abs((chart->>'statistic')::float8) / (chart->>'limit')::float8 as ratio
        from ${driftCharts}
        where ${driftCharts.referenceId} = ${referenceId} and (chart->>'limit')::float8 > 0 and chart->>'statistic' is not null
        order by signal`);
      return rows;
    },
    async putChart(referenceId, chart) {
      const { signal } = chart;
      await db
        .insert(driftCharts)
        .values({ referenceId, signal, chart })
        .onConflictDoUpdate({ target: [driftCharts.referenceId, driftCharts.signal], set: { chart } });
    },

    async insertFinding(finding) {
      await db.insert(driftFindings).values(finding);
    },
    async updateFinding(id, change) {
      await db.update(driftFindings).set(change).where(eq(driftFindings.id, id));
    },
    findFinding: async (id) => (isUuid(id) ? ((await byId(id, false))[0] ?? null) : null),
    lockFinding: async (id) => (isUuid(id) ? ((await byId(id, true))[0] ?? null) : null),
    openFindings: (referenceId) =>
      db
        .select()
        .from(driftFindings)
        .where(and(eq(driftFindings.referenceId, referenceId), isNull(driftFindings.endedAt)))
        .orderBy(asc(driftFindings.raisedAt), asc(driftFindings.id)),
    async findings({ state, signal }, page) {
      const { raisedAt, id, endedAt } = driftFindings;
      const rows = await db
        .select()
        .from(driftFindings)
        .where(
          and(
            state === undefined ? undefined : state === 'open' ? isNull(endedAt) : isNotNull(endedAt),
            signal === undefined ? undefined : eq(driftFindings.signal, signal),
            before(raisedAt, id, decodeCursor(page.cursor)),
          ),
        )
        .orderBy(desc(raisedAt), desc(id))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.raisedAt, id: last.id }) : null };
    },
  };
}

/** A heat and a specimen of the same name are two groups. */
const groupOfImage = sql<
  string | null
>`coalesce('heat ' || nullif(${images.heat}, ''), 'specimen ' || nullif(${images.specimen}, ''))`;

/** The champion was to be heard besides: so a challenger had answered. */
const isCanaryAnswer = sql<boolean>`exists (
  select from model_trials trial join trial_answers besides on besides.trial_id = trial.id
  where besides.analysis_id = ${analyses.id} and trial.model_version = ${analyses.modelVersion})`;

const seenColumns = {
  analysisId: analyses.id,
  at: pictureMeasures.measuredAt,
  group: groupOfImage,
  isCanary: isCanaryAnswer,
  shearPercent: analyses.shearPercent,
  lower: analyses.lower,
  upper: analyses.upper,
  detectionConfidence: analyses.detectionConfidence,
  pxPerMm: analyses.pxPerMm,
  measures: pictureMeasures,
};

interface SeenRow extends Omit<SeenPicture, 'intervalWidth' | 'measures'> {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly measures: typeof pictureMeasures.$inferSelect;
}

function toSeenPicture({ lower, upper, measures, ...row }: SeenRow): SeenPicture {
  const { unsharpness, burntShare, medianLuminance, brightness, luminanceRange, descriptors } = measures;
  const isMeasured =
    unsharpness !== null &&
    burntShare !== null &&
    medianLuminance !== null &&
    brightness !== null &&
    luminanceRange !== null &&
    descriptors !== null;
  return {
    ...row,
    intervalWidth: lower === null || upper === null ? null : upper - lower,
    measures: isMeasured
      ? { unsharpness, burntShare, medianLuminance, brightness, luminanceRange, descriptors }
      : null,
  };
}

function conditionsOf({ baseDigest, pipelineVersion, from }: Omit<SeenFilter, 'limit' | 'after'>): SQL[] {
  return [
    eq(models.baseDigest, baseDigest),
    eq(analyses.pipelineVersion, pipelineVersion),
    gte(pictureMeasures.measuredAt, from),
  ];
}
