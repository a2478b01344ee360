import type { ScheduleRows } from '@mlmcsc/core';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { jobSchedules } from '../schema.ts';

/** Rows of jobs that start by the clock. */
export function createScheduleRows(db: Database): ScheduleRows {
  return {
    list: () => db.select().from(jobSchedules).orderBy(asc(jobSchedules.name)),
    async take(name) {
      const [row] = await db.select().from(jobSchedules).where(eq(jobSchedules.name, name)).for('update');
      return row ?? null;
    },
    takeDue: (at) =>
      db
        .select()
        .from(jobSchedules)
        .where(and(eq(jobSchedules.isEnabled, true), lte(jobSchedules.nextAt, at)))
        .orderBy(asc(jobSchedules.nextAt))
        .for('update', { skipLocked: true }),
    async insertNew(schedule) {
      await db.insert(jobSchedules).values(schedule).onConflictDoNothing();
    },
    async update(name, change) {
      const [row] = await db.update(jobSchedules).set(change).where(eq(jobSchedules.name, name)).returning();
      return row!;
    },
  };
}
