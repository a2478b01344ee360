import type { FigureRows, LastDayFigures } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Figures for the monitoring. Identifiers begin with the time at which they were made, so that the newest rows are found by their key. */
export function createFigureRows(db: Database): FigureRows {
  return {
    async since(from) {
      const first = firstIdAt(from);
      const { rows } = await db.execute<LastDayFigures & Record<string, number>>(sql`
        select pictures, specimens, labels, labellers, busiest as "labelsOfBusiest",
          (select count(*)::int from analyses where created_at >= ${from.toISOString()}::timestamptz) as analyses,
          (select count(*)::int from webhook_deliveries where state = 'waiting') as "deliveriesWaiting"
        from
          (select count(*)::int as pictures, count(distinct specimen)::int as specimens from images where id >= ${first}::uuid) seen,
          (select coalesce(sum(given), 0)::int as labels, count(*)::int as labellers, coalesce(max(given), 0)::int as busiest
            from (select count(*) as given from labels where id >= ${first}::uuid group by technician) each) judged`);
      const { deliveriesWaiting = 0, ...lastDay } = rows[0]!;
      return { lastDay, deliveriesWaiting };
    },
  };
}

/** The smallest UUID of version 7 of that millisecond. */
function firstIdAt(at: Date): string {
  const digits = at.getTime().toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}
