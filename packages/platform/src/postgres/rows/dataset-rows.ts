import {
  type DatasetFilter,
  type DatasetItem,
  type DatasetRows,
  type DatasetSummary,
  type DatasetVersion,
  InvalidInput,
  type JudgedFace,
  type KnownLabel,
} from '@mlmcsc/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

interface VersionRow extends Record<string, unknown> {
  readonly digest: string;
  readonly kind: DatasetVersion['kind'];
  readonly source: DatasetVersion['source'];
  readonly format: number;
  readonly parent_digest: string | null;
  readonly depth: number;
  readonly items: number;
  readonly held_out: number;
  readonly size_bytes: string | number;
  readonly summary: DatasetSummary | null;
  readonly description: string | null;
  readonly filter: DatasetVersion['filter'];
  readonly created_by: string;
  readonly created_at: string | Date;
}

/** Longer lists go to the database in parts. */
const idsPerQuery = 5_000;

/** Labelled pictures, and the versions that were made of them. */
export function createDatasetRows(db: Database): DatasetRows {
  const find = async (digest: string) => {
    const { rows } = await db.execute<VersionRow>(
      sql`select * from dataset_versions where starts_with(digest, ${digest}) limit 2`,
    );
    return rows.length === 1 ? toVersion(rows[0]!) : null;
  };
  return {
    async select(filter) {
      // One statement sees one moment: no picture comes twice, whatever is labelled meanwhile.
      const { rows } = await db.execute<{ id: string }>(sql`
        select l.id from (
          select distinct on (a.image_id) a.image_id, l.id as label_id
          from labels l join analyses a on a.id = l.analysis_id
          order by a.image_id, l.arrival desc
        ) newest join labels l on l.id = newest.label_id join images i on i.id = newest.image_id
        where i.pictures_removed_at is null and ${conditionsOf(filter)}
        order by l.arrival`);
      return rows.map(({ id }) => id);
    },
    async items(labelIds) {
      const items: DatasetItem[] = [];
      for (const part of partsOf(labelIds)) {
        const { rows } = await db.execute<ItemRow>(sql`
          select i.sha256, i.media_type, i.size_bytes, i.width_px, i.height_px, i.file_name, i.specimen, i.heat,
            i.width_mm, i.px_per_mm, l.id as label_id, l.shear_percent, l.decision,
            person_pseudonym(l.technician) as technician, l.created_at as labelled_at, l.split_group, l.held_out,
            painted.sha256 as regions_sha256, painted.size_bytes as regions_size_bytes,
            case when painted.painted_by is not null then person_pseudonym(painted.painted_by) end as regions_painted_by,
            painted.painted_at as regions_painted_at
          from unnest(${sql.param(part)}::uuid[]) with ordinality wanted (id, place)
          join labels l on l.id = wanted.id
          join analyses a on a.id = l.analysis_id
          join images i on i.id = a.image_id
          left join lateral (
            select sha256, size_bytes, painted_by, painted_at from regions where image_id = i.id order by arrival desc limit 1
          ) painted on true
          order by wanted.place`);
        items.push(...rows.map(toItem));
      }
      return items;
    },
    async insertOrFind(version) {
      const { rows } = await db.execute<VersionRow>(sql`
        insert into dataset_versions (digest, kind, source, format, parent_digest, depth, items, held_out, size_bytes,
          summary, description, filter, created_by)
        values (${version.digest}, ${version.kind}, ${version.source}, ${version.format}, ${version.parentDigest},
          ${version.depth}, ${version.items}, ${version.heldOut}, ${version.sizeBytes},
          ${jsonOrNull(version.summary)}, ${version.description}, ${jsonOrNull(version.filter)}, ${version.createdBy})
        on conflict (digest) do nothing returning *`);
      if (rows[0] !== undefined) return { version: toVersion(rows[0]), created: true };
      return { version: (await find(version.digest))!, created: false };
    },
    find,
    async lineage(digest) {
      const { rows } = await db.execute<VersionRow>(sql`
        with recursive line as (
          select * from dataset_versions where digest = ${digest}
          union all select older.* from line join dataset_versions older on older.digest = line.parent_digest
        ) select * from line order by depth`);
      return rows.map(toVersion);
    },
    async list({ kind }, page) {
      const cursor = decodeCursor(page.cursor);
      const { rows } = await db.execute<VersionRow>(sql`
        select * from dataset_versions
        where ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
          and ${cursor === null ? sql`true` : sql`(created_at, digest) < (${cursor.at}::timestamptz, ${cursor.digest})`}
        order by created_at desc, digest desc limit ${page.limit + 1}`);
      const items = rows.slice(0, page.limit).map(toVersion);
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor(last) : null };
    },
    async known(given) {
      const known: KnownLabel[] = [];
      for (const part of partsOf(given)) {
        const { rows } = await db.execute<{
          label_id: string;
          sha256: string;
          shear_percent: number;
          technician: string;
        }>(sql`
          with wanted as (
            select id from labels where id = any(${sql.param(part.map(({ labelId }) => labelId))}::uuid[])
            union select l.id from images i join analyses a on a.image_id = i.id join labels l on l.analysis_id = a.id
            where i.sha256 = any(${sql.param(part.map(({ sha256 }) => sha256))}::text[])
          )
          select l.id as label_id, i.sha256, l.shear_percent, person_pseudonym(l.technician) as technician
          from wanted join labels l on l.id = wanted.id
          join analyses a on a.id = l.analysis_id join images i on i.id = a.image_id`);
        for (const row of rows) {
          known.push({
            labelId: row.label_id,
            sha256: row.sha256,
            shearPercent: row.shear_percent,
            technician: row.technician,
          });
        }
      }
      return known;
    },
    async splits(groups) {
      const splits = new Map<string, boolean>();
      for (const part of partsOf(groups)) {
        const { rows } = await db.execute<{ split_group: string; held_out: boolean }>(sql`
          select distinct on (split_group) split_group, held_out from labels
          where split_group = any(${sql.param(part)}::text[]) order by split_group, arrival`);
        for (const row of rows) splits.set(row.split_group, row.held_out);
      }
      return splits;
    },
    async faces(labelIds) {
      const { rows } = await db.execute<{
        label_id: string;
        model_digest: string;
        features_key: string | null;
        width_px: number;
        height_px: number;
        outline: JudgedFace['outline'];
      }>(sql`
        select l.id as label_id, a.model_digest, a.features_key, i.width_px, i.height_px, a.outline
        from unnest(${sql.param([...labelIds])}::uuid[]) wanted join labels l on l.id = wanted
        join analyses a on a.id = l.analysis_id join images i on i.id = a.image_id`);
      return rows.map((row) => ({
        labelId: row.label_id,
        modelDigest: row.model_digest,
        featuresKey: row.features_key,
        widthPx: row.width_px,
        heightPx: row.height_px,
        outline: row.outline,
      }));
    },
    async importLabels(digest, labels) {
      const given = labels.map(({ analysisId, item, heldOut }) => ({
        id: item.labelId,
        analysis_id: analysisId,
        shear_percent: item.shearPercent,
        decision: item.decision,
        technician: item.technician,
        created_at: (item.labelledAt ?? new Date()).toISOString(),
        split_group: item.splitGroup,
        held_out: heldOut,
      }));
      // Pseudonyms stay pseudonyms, also one that belongs to somebody here: an archive must not speak in a person's name.
      const { rows } = await db.execute<{ count: string }>(sql`
        with given as (
          select * from rows from (json_to_recordset(${JSON.stringify(given)}::json) as (
            id uuid, analysis_id uuid, shear_percent double precision, decision text, technician text,
            created_at timestamptz, split_group text, held_out boolean)) with ordinality
        ), stored as (
          insert into labels (id, analysis_id, shear_percent, decision, technician, created_at, split_group, held_out)
          select g.id, g.analysis_id, g.shear_percent, g.decision, g.technician, g.created_at, g.split_group, g.held_out
          from given g order by g.ordinality
          on conflict (id) do nothing returning id
        ), noted as (
          insert into imported_labels (label_id, dataset_digest) select id, ${digest} from stored returning 1
        ) select count(*) from noted`);
      return Number(rows[0]?.count ?? 0);
    },
  };
}

interface ItemRow extends Record<string, unknown> {
  readonly sha256: string;
  readonly media_type: string;
  readonly size_bytes: string | number;
  readonly width_px: number;
  readonly height_px: number;
  readonly file_name: string;
  readonly specimen: string | null;
  readonly heat: string | null;
  readonly width_mm: number | null;
  readonly px_per_mm: number | null;
  readonly label_id: string;
  readonly shear_percent: number;
  readonly decision: DatasetItem['decision'];
  readonly technician: string;
  readonly labelled_at: string | Date;
  readonly split_group: string;
  readonly held_out: boolean;
  readonly regions_sha256: string | null;
  readonly regions_size_bytes: string | number | null;
  readonly regions_painted_by: string | null;
  readonly regions_painted_at: string | Date | null;
}

const toItem = (row: ItemRow): DatasetItem => ({
  sha256: row.sha256,
  mediaType: row.media_type,
  sizeBytes: Number(row.size_bytes),
  widthPx: row.width_px,
  heightPx: row.height_px,
  fileName: row.file_name,
  specimen: row.specimen,
  heat: row.heat,
  widthMm: row.width_mm,
  pxPerMm: row.px_per_mm,
  labelId: row.label_id,
  shearPercent: row.shear_percent,
  decision: row.decision,
  technician: row.technician,
  labelledAt: new Date(row.labelled_at),
  splitGroup: row.split_group,
  heldOut: row.held_out,
  regions:
    row.regions_sha256 === null
      ? null
      : {
          sha256: row.regions_sha256,
          sizeBytes: Number(row.regions_size_bytes),
          paintedBy: row.regions_painted_by!,
          paintedAt: new Date(row.regions_painted_at!),
        },
});

function conditionsOf(filter: DatasetFilter): SQL {
  const { heat, specimen, technician, from, to, shearMin, shearMax, widthMm, heldOut } = filter;
  const conditions = [
    heat === undefined ? [] : sql`lower(i.heat) = lower(${heat})`,
    specimen === undefined ? [] : sql`lower(i.specimen) = lower(${specimen})`,
    technician === undefined
      ? []
      : sql`l.technician in (${technician}, (select username from people where pseudonym = ${technician}))`,
    from === undefined ? [] : sql`l.created_at >= ${from.toISOString()}::timestamptz`,
    to === undefined ? [] : sql`l.created_at < ${to.toISOString()}::timestamptz`,
    shearMin === undefined ? [] : sql`l.shear_percent >= ${shearMin}`,
    shearMax === undefined ? [] : sql`l.shear_percent <= ${shearMax}`,
    widthMm === undefined ? [] : sql`i.width_mm = ${widthMm}`,
    heldOut === undefined ? [] : sql`l.held_out = ${heldOut}`,
  ].flat();
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const jsonOrNull = (value: object | null): SQL =>
  value === null ? sql`null` : sql`${JSON.stringify(value)}::jsonb`;

function* partsOf<T>(given: readonly T[]): Generator<T[]> {
  for (let start = 0; start < given.length; start += idsPerQuery) {
    yield given.slice(start, start + idsPerQuery);
  }
}

const encodeCursor = ({ createdAt, digest }: DatasetVersion): string =>
  Buffer.from(`${createdAt.toISOString()} ${digest}`).toString('base64url');

function decodeCursor(cursor: string | undefined): { readonly at: string; readonly digest: string } | null {
  if (cursor === undefined) return null;
  const [, at, digest] =
    /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z) ([0-9a-f]{64})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at !== undefined && digest !== undefined && !Number.isNaN(new Date(at).getTime()))
    return { at, digest };
  throw new InvalidInput(
    'cursor-invalid',
    'The cursor is not one that this list has given; start from the first page.',
  );
}

const toVersion = (row: VersionRow): DatasetVersion => ({
  digest: row.digest,
  kind: row.kind,
  source: row.source,
  format: row.format,
  parentDigest: row.parent_digest,
  depth: row.depth,
  items: row.items,
  heldOut: row.held_out,
  sizeBytes: Number(row.size_bytes),
  summary: row.summary,
  description: row.description,
  filter: row.filter,
  createdBy: row.created_by,
  createdAt: new Date(row.created_at),
});
