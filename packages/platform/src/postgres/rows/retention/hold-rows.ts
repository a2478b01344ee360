import type { ImageHold, RetentionRows } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import { decodeCursor, encodeCursor, isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { before } from '../../keyset.ts';

interface HoldRow extends Record<string, unknown> {
  readonly image_id: string;
  readonly reason: string;
  readonly placed_by: string;
  readonly placed_at: string | Date;
}

/** Pictures on legal hold. */
export function createHoldRows(
  db: Database,
): Pick<RetentionRows, 'findHold' | 'placeHold' | 'releaseHold' | 'holds'> {
  return {
    async findHold(imageId) {
      if (!isUuid(imageId)) return null;
      const { rows } = await db.execute<HoldRow>(sql`select * from image_holds where image_id = ${imageId}`);
      return rows[0] === undefined ? null : toHold(rows[0]);
    },
    async placeHold({ imageId, reason, placedBy, placedAt }) {
      await db.execute(sql`
        insert into image_holds (image_id, reason, placed_by, placed_at)
        values (${imageId}, ${reason}, ${placedBy}, ${placedAt.toISOString()})
        on conflict (image_id) do update set reason = excluded.reason, placed_by = excluded.placed_by,
          placed_at = excluded.placed_at`);
    },
    async releaseHold(imageId) {
      if (!isUuid(imageId)) return null;
      const { rows } = await db.execute<HoldRow>(
        sql`delete from image_holds where image_id = ${imageId} returning *`,
      );
      return rows[0] === undefined ? null : toHold(rows[0]);
    },
    async holds(page) {
      const { rows } = await db.execute<HoldRow & { file_name: string; specimen: string | null }>(sql`
        select hold.*, image.file_name, image.specimen
        from image_holds hold join images image on image.id = hold.image_id
        where ${before(sql`hold.placed_at`, sql`hold.image_id`, decodeCursor(page.cursor)) ?? sql`true`}
        order by hold.placed_at desc, hold.image_id desc limit ${page.limit + 1}`);
      const items = rows
        .slice(0, page.limit)
        .map((row) => ({ ...toHold(row), fileName: row.file_name, specimen: row.specimen }));
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.placedAt, id: last.imageId }) : null };
    },
  };
}

const toHold = (row: HoldRow): ImageHold => ({
  imageId: row.image_id,
  reason: row.reason,
  placedBy: row.placed_by,
  placedAt: new Date(row.placed_at),
});
