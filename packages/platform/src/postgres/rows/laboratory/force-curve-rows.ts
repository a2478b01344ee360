import type { ForceCurveRecord, ForceCurveRows } from '@mlmcsc/core';
import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { forceCurveFiles, forceCurves, specimens } from '../../schema.ts';

/** The force curves of specimens. */
export function createForceCurveRows(db: Database): ForceCurveRows {
  return {
    async find(specimenId) {
      if (!isUuid(specimenId)) return null;
      const [row] = await db.select().from(forceCurves).where(eq(forceCurves.specimenId, specimenId));
      return row ?? null;
    },
    async put(record: ForceCurveRecord) {
      const { specimenId: _specimen, ...rest } = record;
      await db
        .insert(forceCurves)
        .values(record)
        .onConflictDoUpdate({ target: forceCurves.specimenId, set: rest });
    },
    async remove(specimenId) {
      const removed = await db
        .delete(forceCurves)
        .where(eq(forceCurves.specimenId, specimenId))
        .returning({ specimenId: forceCurves.specimenId });
      return removed.length > 0;
    },
    async files(specimenId, limit) {
      if (!isUuid(specimenId)) return [];
      return db
        .select()
        .from(forceCurveFiles)
        .where(eq(forceCurveFiles.specimenId, specimenId))
        .orderBy(desc(forceCurveFiles.attachedAt), asc(forceCurveFiles.sha256))
        .limit(limit);
    },
    async findFile(specimenId, sha256) {
      if (!isUuid(specimenId)) return null;
      const [row] = await db
        .select()
        .from(forceCurveFiles)
        .where(and(eq(forceCurveFiles.specimenId, specimenId), eq(forceCurveFiles.sha256, sha256)))
        .orderBy(desc(forceCurveFiles.attachedAt))
        .limit(1);
      return row ?? null;
    },
    async ofSeries(seriesId, limit) {
      if (!isUuid(seriesId)) return [];
      return db
        .select(getTableColumns(forceCurves))
        .from(forceCurves)
        .innerJoin(specimens, eq(specimens.id, forceCurves.specimenId))
        .where(eq(specimens.seriesId, seriesId))
        .orderBy(sql`${specimens.temperatureCelsius} nulls last`, asc(specimens.identifier))
        .limit(limit);
    },
  };
}
