import type { RetentionRows } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';

const perStatement = 5_000;

/** Which pictures dataset versions name. */
export function createDatasetPictureRows(
  db: Database,
): Pick<RetentionRows, 'unlistedDatasets' | 'listDatasetPictures' | 'removedAmong'> {
  const removedAmong = async (sha256s: readonly string[], lock = sql``) => {
    const removed: string[] = [];
    for (let start = 0; start < sha256s.length; start += perStatement) {
      const part = sql.param([...sha256s.slice(start, start + perStatement)].sort());
      const { rows } = await db.execute<{ sha256: string; removed: boolean }>(sql`
        select sha256, pictures_removed_at is not null as removed from images
        where sha256 = any(${part}::text[]) order by id ${lock}`);
      removed.push(...rows.filter((row) => row.removed).map(({ sha256 }) => sha256));
    }
    return removed;
  };
  return {
    async unlistedDatasets() {
      const { rows } = await db.execute<{ digest: string }>(sql`
        select digest from dataset_versions version where kind = 'labels' and not exists (
          select from dataset_picture_lists list where list.dataset_digest = version.digest) order by created_at`);
      return rows.map(({ digest }) => digest);
    },
    async listDatasetPictures(digest, sha256s) {
      // A removal locks the same rows: it is over, or it begins afterwards and finds the list.
      const removed = await removedAmong(sha256s, sql`for share`);
      for (let start = 0; start < sha256s.length; start += perStatement) {
        await db.execute(sql`
          insert into dataset_pictures (sha256, dataset_digest)
          select distinct sha256, ${digest} from unnest(${sql.param(sha256s.slice(start, start + perStatement))}::text[]) sha256
          on conflict do nothing`);
      }
      await db.execute(sql`
        insert into dataset_picture_lists (dataset_digest, pictures) values (${digest}, ${sha256s.length})
        on conflict do nothing`);
      return removed;
    },
    removedAmong: (sha256s) => removedAmong(sha256s),
  };
}
