import type { StudyRows } from '@mlmcsc/core';
import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { before } from '../../keyset.ts';
import { specimens, studies, studyAdjudications, studyReadings, studySpecimens } from '../../schema.ts';

/** Rows of one statement: PostgreSQL takes 65 535 parameters. */
const rowsAtOnce = 1000;

/** Studies of readers. */
export function createStudyRows(db: Database): StudyRows {
  const { reader, place, percent } = studyReadings;
  return {
    async insert(study, withSpecimens, readings) {
      await db.insert(studies).values(study);
      await db.insert(studySpecimens).values([...withSpecimens]);
      for (let start = 0; start < readings.length; start += rowsAtOnce) {
        await db.insert(studyReadings).values(readings.slice(start, start + rowsAtOnce));
      }
    },
    async find(id) {
      if (!isUuid(id)) return null;
      return (await db.select().from(studies).where(eq(studies.id, id)))[0] ?? null;
    },
    async findByName(name) {
      return (await db.select().from(studies).where(eq(studies.name, name)))[0] ?? null;
    },
    async lock(id) {
      if (!isUuid(id)) return null;
      return (await db.select().from(studies).where(eq(studies.id, id)).for('update'))[0] ?? null;
    },
    async list({ isClosed, reader: who }, page) {
      const rows = await db
        .select()
        .from(studies)
        .where(
          and(
            before(studies.createdAt, studies.id, decodeCursor(page.cursor)),
            isClosed === undefined
              ? undefined
              : isClosed
                ? isNotNull(studies.closedAt)
                : isNull(studies.closedAt),
            who === undefined
              ? undefined
              : sql`exists (select from study_readings r where r.study_id = ${studies.id} and r.reader = ${who})`,
          ),
        )
        .orderBy(desc(studies.createdAt), desc(studies.id))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
    },
    specimens: async (studyId) =>
      isUuid(studyId)
        ? db
            .select({ ...getTableColumns(studySpecimens), identifier: specimens.identifier })
            .from(studySpecimens)
            .innerJoin(specimens, eq(specimens.id, studySpecimens.specimenId))
            .where(eq(studySpecimens.studyId, studyId))
            .orderBy(asc(studySpecimens.position))
        : [],
    readings: async (studyId) =>
      isUuid(studyId)
        ? db
            .select()
            .from(studyReadings)
            .where(eq(studyReadings.studyId, studyId))
            .orderBy(asc(reader), asc(place))
        : [],
    async findReading(id) {
      if (!isUuid(id)) return null;
      return (await db.select().from(studyReadings).where(eq(studyReadings.id, id)))[0] ?? null;
    },
    async nextReading(studyId, who) {
      const [row] = await db
        .select()
        .from(studyReadings)
        .where(and(eq(studyReadings.studyId, studyId), eq(reader, who), isNull(percent)))
        .orderBy(asc(place))
        .limit(1);
      return row ?? null;
    },
    async give(id, value, at) {
      await db.update(studyReadings).set({ percent: value, readAt: at }).where(eq(studyReadings.id, id));
    },
    adjudications: async (studyId) =>
      isUuid(studyId)
        ? db
            .select()
            .from(studyAdjudications)
            .where(eq(studyAdjudications.studyId, studyId))
            .orderBy(asc(studyAdjudications.adjudicatedAt), asc(studyAdjudications.id))
        : [],
    async adjudicate(adjudication) {
      await db.insert(studyAdjudications).values(adjudication);
    },
    async hiddenFrom(who) {
      const { rows } = await db.execute<{ image_id: string }>(sql`
        select distinct shown.image_id from (
          select distinct mine.study_id, mine.specimen_id from study_readings mine
            join studies s on s.id = mine.study_id and s.closed_at is null
          where mine.reader = ${who}
        ) asked
        join study_specimens t using (study_id, specimen_id)
        cross join lateral (
          select t.image_id union select p.image_id from specimen_pictures p where p.specimen_id = t.specimen_id
        ) shown
        where exists (
          select from study_readings waiting
          where waiting.study_id = asked.study_id and waiting.specimen_id = asked.specimen_id and waiting.percent is null)`);
      return rows.map(({ image_id: id }) => id);
    },
    async close(id, by, at, reason) {
      await db
        .update(studies)
        .set({ closedBy: by, closedAt: at, closeReason: reason })
        .where(and(eq(studies.id, id), isNull(studies.closedAt)));
    },
    async readersAmong(usernames) {
      const { rows } = await db.execute<{ username: string }>(sql`
        select username from auth_user
        where username in (select jsonb_array_elements_text(${JSON.stringify(usernames)}::jsonb))
          and role <> 'viewer' and deactivated_at is null`);
      return new Set(rows.map(({ username }) => username));
    },
  };
}
