import type { DatasetRows, DatasetVersion } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

interface VersionRow extends Record<string, unknown> {
  readonly digest: string;
  readonly items: number;
  readonly held_out: number;
  readonly size_bytes: string | number;
  readonly created_by: string;
  readonly created_at: string | Date;
}

/** Labelled pictures, and the versions that were made of them. */
export function createDatasetRows(db: Database): DatasetRows {
  const find = async (digest: string) => {
    const { rows } = await db.execute<VersionRow>(
      sql`select * from dataset_versions where starts_with(digest, ${digest}) limit 2`,
    );
    return rows.length === 1 ? toVersion(rows[0]!) : null;
  };
  return {
    async newestArrival() {
      const { rows } = await db.execute<{ newest: string | number }>(
        sql`select coalesce(max(arrival), 0) as newest from labels`,
      );
      return Number(rows[0]!.newest);
    },
    async items(after, upToArrival, limit) {
      const { rows } = await db.execute<{
        sha256: string;
        media_type: string;
        size_bytes: string | number;
        label_id: string;
        shear_percent: number;
        decision: string;
        technician: string;
        split_group: string;
        held_out: boolean;
        width_mm: number | null;
        px_per_mm: number | null;
      }>(sql`
        select i.sha256, i.media_type, i.size_bytes, l.id as label_id, l.shear_percent, l.decision,
          person_pseudonym(l.technician) as technician, l.split_group, l.held_out, i.width_mm, i.px_per_mm
        from (
          select distinct on (i.sha256) i.id as image_id, l.id as label_id
          from images i join analyses a on a.image_id = i.id join labels l on l.analysis_id = a.id
          where i.sha256 > ${after} and l.arrival <= ${upToArrival}
          order by i.sha256, l.arrival desc limit ${limit}
        ) newest join images i on i.id = newest.image_id join labels l on l.id = newest.label_id
        order by i.sha256`);
      return rows.map((row) => ({
        sha256: row.sha256,
        mediaType: row.media_type,
        sizeBytes: Number(row.size_bytes),
        labelId: row.label_id,
        shearPercent: row.shear_percent,
        decision: row.decision,
        technician: row.technician,
        splitGroup: row.split_group,
        heldOut: row.held_out,
        widthMm: row.width_mm,
        pxPerMm: row.px_per_mm,
      }));
    },
    async insertOrFind(version) {
      const { rows } = await db.execute<VersionRow>(sql`
        insert into dataset_versions (digest, items, held_out, size_bytes, created_by)
        values (${version.digest}, ${version.items}, ${version.heldOut}, ${version.sizeBytes}, ${version.createdBy})
        on conflict (digest) do nothing returning *`);
      if (rows[0] !== undefined) return { version: toVersion(rows[0]), created: true };
      return { version: (await find(version.digest))!, created: false };
    },
    find,
    async list(limit) {
      const { rows } = await db.execute<VersionRow>(
        sql`select * from dataset_versions order by created_at desc, digest limit ${limit}`,
      );
      return rows.map(toVersion);
    },
  };
}

const toVersion = (row: VersionRow): DatasetVersion => ({
  digest: row.digest,
  items: row.items,
  heldOut: row.held_out,
  sizeBytes: Number(row.size_bytes),
  createdBy: row.created_by,
  createdAt: new Date(row.created_at),
});
