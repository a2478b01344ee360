import type { ForceCurveRecord, ForceCurveRows } from '@mlmcsc/core';
import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { forceCurves, specimens } from '../../schema.ts';

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
