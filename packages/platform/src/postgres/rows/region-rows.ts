import type { RegionRows } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import { isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';

/** Painted regions of pictures; the database refuses to change or delete one. */
export function createRegionRows(db: Database): RegionRows {
  return {
    async insert({ id, imageId, sha256, sizeBytes, paintedBy, paintedAt }) {
      await db.execute(sql`
        insert into regions (id, image_id, sha256, size_bytes, painted_by, painted_at)
        values (${id}, ${imageId}, ${sha256}, ${sizeBytes}, ${paintedBy}, ${paintedAt.toISOString()})`);
    },
    async current(imageId) {
      if (!isUuid(imageId)) return null;
      const { rows } = await db.execute<{
        id: string;
        sha256: string;
        size_bytes: string | number;
        painted_by: string;
        painted_at: string | Date;
      }>(sql`select * from regions where image_id = ${imageId} order by arrival desc limit 1`);
      const row = rows[0];
      if (row === undefined) return null;
      return {
        id: row.id,
        imageId,
        sha256: row.sha256,
        sizeBytes: Number(row.size_bytes),
        paintedBy: row.painted_by,
        paintedAt: new Date(row.painted_at),
      };
    },
  };
}
