import type { ImageRecord, ImageRows } from '@mlmcsc/core';
import { eq, inArray, sql } from 'drizzle-orm';
import { isUuid } from '../cursor.ts';
import type { Database } from '../database.ts';
import { images } from '../schema.ts';

/** Rows of pictures. */
export function createImageRows(db: Database): ImageRows {
  const findBySha256 = async (sha256: string): Promise<ImageRecord | null> =>
    (await db.select().from(images).where(eq(images.sha256, sha256)))[0] ?? null;
  return {
    async insertOrFind(image) {
      const known = await findBySha256(image.sha256);
      if (known !== null) return { image: known, created: false };
      const [inserted] = await db
        .insert(images)
        .values(image)
        .onConflictDoNothing({ target: images.sha256 })
        .returning();
      if (inserted !== undefined) return { image: inserted, created: true };
      // Somebody else was first; its row is visible to a new statement.
      return { image: (await findBySha256(image.sha256))!, created: false };
    },
    async find(id) {
      if (!isUuid(id)) return null;
      return (await db.select().from(images).where(eq(images.id, id)))[0] ?? null;
    },
    findBySha256,
    async findMany(ids) {
      const valid = ids.filter(isUuid);
      return valid.length === 0
        ? []
        : db
            .select()
            .from(images)
            .where(inArray(images.id, [...valid]));
    },
    async touch(id, at) {
      const { rowCount } = await db.execute(sql`
        update images set last_sent_at = ${at.toISOString()} where id = ${id} and pictures_removed_at is null`);
      return rowCount === 1;
    },
    async bringBack(id, { displayKey, thumbnailKey }, at) {
      const { rows } = await db.execute<{ at: string | Date | null; policy: string | null }>(sql`
        with before as (select id, pictures_removed_at, pictures_removed_by from images where id = ${id} for update)
        update images set last_sent_at = ${at.toISOString()}, pictures_removed_at = null, pictures_removed_by = null,
          display_key = ${displayKey}, thumbnail_key = ${thumbnailKey}
        from before where images.id = before.id
        returning before.pictures_removed_at as at, before.pictures_removed_by as policy`);
      const before = rows[0];
      return before?.at == null ? null : { at: new Date(before.at), policy: before.policy! };
    },
  };
}
