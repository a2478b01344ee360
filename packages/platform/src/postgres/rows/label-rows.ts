import type { LabelRows } from '@mlmcsc/core';
import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';
import { analyses, images, labels } from '../schema.ts';
import { toLabelRecord } from './label-record.ts';

/** Rows of judgements; the database itself refuses to change or delete one. */
export function createLabelRows(db: Database): LabelRows {
  return {
    async insert(label) {
      await db.insert(labels).values(label);
    },
    async find(id) {
      if (!isUuid(id)) return null;
      const [row] = await db.select().from(labels).where(eq(labels.id, id));
      return row === undefined ? null : toLabelRecord(row);
    },
    async current(analysisId) {
      if (!isUuid(analysisId)) return null;
      const [row] = await db
        .select()
        .from(labels)
        .where(eq(labels.analysisId, analysisId))
        .orderBy(desc(labels.arrival))
        .limit(1);
      return row === undefined ? null : toLabelRecord(row);
    },
    async list(analysisId) {
      if (!isUuid(analysisId)) return [];
      const rows = await db
        .select()
        .from(labels)
        .where(eq(labels.analysisId, analysisId))
        .orderBy(asc(labels.arrival));
      return rows.map(toLabelRecord);
    },
    async waiting(limit) {
      const rows = await db
        .select()
        .from(labels)
        .where(isNull(labels.consideredIn))
        .orderBy(asc(labels.arrival))
        .limit(limit);
      return rows.map(toLabelRecord);
    },
    async allCurrent() {
      // One picture counts once, however many models measured it: its newest label.
      const newest = db
        .selectDistinctOn([analyses.imageId], { id: labels.id })
        .from(labels)
        .innerJoin(analyses, eq(analyses.id, labels.analysisId))
        .orderBy(analyses.imageId, desc(labels.arrival));
      const rows = await db
        .select({
          label: labels,
          analysis: analyses,
          image: images,
          replacesLearned: sql<boolean>`exists (
            select from labels older join analyses judged on judged.id = older.analysis_id
            where judged.image_id = ${images.id} and older.learned_in is not null
              and older.arrival < ${labels.arrival})`,
        })
        .from(labels)
        .innerJoin(analyses, eq(analyses.id, labels.analysisId))
        .innerJoin(images, eq(images.id, analyses.imageId))
        .where(inArray(labels.id, newest))
        .orderBy(asc(labels.arrival));
      return rows.map(({ label, ...judged }) => ({ ...judged, label: toLabelRecord(label) }));
    },
    async newest(limit) {
      const rows = await db
        .select({ label: labels, analysis: analyses, image: images })
        .from(labels)
        .innerJoin(analyses, eq(analyses.id, labels.analysisId))
        .innerJoin(images, eq(images.id, analyses.imageId))
        .orderBy(desc(labels.arrival))
        .limit(limit);
      return rows.map(({ label, ...judged }) => ({ ...judged, label: toLabelRecord(label) }));
    },
    async scored(limit) {
      const rows = await db
        .select()
        .from(labels)
        .where(isNotNull(labels.predictedPercent))
        .orderBy(desc(labels.arrival))
        .limit(limit);
      return rows.reverse().map(toLabelRecord);
    },
    async recordPredictions(predictions) {
      for (const prediction of predictions) {
        await db
          .update(labels)
          .set({
            predictedPercent: prediction.percent,
            predictedLower: prediction.lower,
            predictedUpper: prediction.upper,
            predictedBy: prediction.by,
          })
          .where(and(eq(labels.id, prediction.labelId), isNull(labels.predictedBy)));
      }
    },
    async markConsidered(ids, modelVersion) {
      if (ids.length === 0) return;
      await db
        .update(labels)
        .set({ consideredIn: modelVersion })
        .where(and(inArray(labels.id, [...ids]), isNull(labels.consideredIn)));
    },
    async markLearned(ids, modelVersion) {
      if (ids.length === 0) return;
      await db
        .update(labels)
        .set({ learnedIn: modelVersion })
        .where(and(inArray(labels.id, [...ids]), isNull(labels.learnedIn)));
    },
    async counts() {
      const [row] = await db
        .select({
          total: count(),
          considered: count(labels.consideredIn),
          scored: count(labels.predictedPercent),
          groups: countDistinct(labels.splitGroup),
        })
        .from(labels);
      const { total, considered, scored, groups } = row!;
      return { total, waiting: total - considered, scored, groups };
    },
    async countSince(at) {
      const [row] = await db.select({ count: count() }).from(labels).where(gt(labels.createdAt, at));
      return row!.count;
    },
    async isGroupHeldOut(splitGroup) {
      const [row] = await db
        .select({ heldOut: labels.heldOut })
        .from(labels)
        .where(eq(labels.splitGroup, splitGroup))
        .orderBy(asc(labels.arrival))
        .limit(1);
      return row?.heldOut ?? null;
    },
  };
}
