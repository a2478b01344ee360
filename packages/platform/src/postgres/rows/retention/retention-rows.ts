import type {
  RetentionFigures,
  RetentionKind,
  RetentionPolicy,
  RetentionRows,
  RetentionRule,
  SpareReason,
} from '@mlmcsc/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { createDatasetPictureRows } from './dataset-picture-rows.ts';
import { createHoldRows } from './hold-rows.ts';
import { createRemovalRows } from './removal-rows.ts';
import { mapsOfAnalyses, pastTheirTime, picturesOfImages } from './retention-selection.ts';
import { createRunRows } from './run-rows.ts';

interface PolicyRow extends Record<string, unknown> {
  readonly kind: RetentionKind;
  readonly keep_days: number | null;
  readonly revision: number;
  readonly changed_by: string | null;
  readonly changed_at: string | Date | null;
}

/** In the order in which a run works through them. */
const order = sql`array_position(array['unlabelled-pictures', 'labelled-pictures', 'maps'], kind)`;

/** Policies, and what they would remove; the rest is put together from its parts. */
export function createRetentionRows(db: Database): RetentionRows {
  return {
    ...createRemovalRows(db),
    ...createRunRows(db),
    ...createDatasetPictureRows(db),
    ...createHoldRows(db),
    async policies() {
      const { rows } = await db.execute<PolicyRow>(sql`select * from retention_policies order by ${order}`);
      return rows.map(toPolicy);
    },
    async readPolicy(kind) {
      const { rows } = await db.execute<PolicyRow>(
        sql`select * from retention_policies where kind = ${kind} for share`,
      );
      return toPolicy(rows[0]!);
    },
    async changePolicy(kind, { keepDays, by, at, replaces }) {
      const { rows } = await db.execute<PolicyRow>(sql`
        update retention_policies
        set keep_days = ${keepDays}, revision = revision + 1, changed_by = ${by}, changed_at = ${at.toISOString()}
        where kind = ${kind} and ${replaces === undefined ? sql`true` : sql`revision = ${replaces}`}
        returning *`);
      return rows[0] === undefined ? null : toPolicy(rows[0]);
    },
    figures: (rules) => figures(db, rules),
    async goingObjects(rules, limit) {
      const { rows } = await db.execute<{ kind: RetentionKind; key: string }>(sql`
        with ${goingWith(rules)}
        select kind, key from (
          select place, key, row_number() over (partition by place order by key) as number
          from judged where live = mine
        ) numbered join (values ${places(rules)}) named (place, kind) using (place)
        where number <= ${limit} order by place, key`);
      return rows;
    },
  };
}

/** Common table expressions: `due` (all that is past its time), `going` (of it, what goes), and `judged` (each object that
 * rows that go refer to: by how many of them, and by how many rows that are live now).
 */
function goingWith(rules: readonly RetentionRule[]): SQL {
  const ofPictures = sql`select id, place from going where kind <> 'maps'`;
  const ofMaps = sql`select id, place from going where kind = 'maps'`;
  return sql`due as materialized (${pastTheirTime(rules)}),
    going as materialized (
      select * from due where spared is null
        and (kind <> 'maps' or image_id not in (select image_id from due where kind <> 'maps' and spared is null))),
    judged as (
      select key, max(place) as place, count(*) as mine,
        (select count(*) from live_object_references used where used.key = refs.key) as live
      from (${picturesOfImages(ofPictures)} union all ${mapsOfAnalyses(ofMaps)}) refs group by key)`;
}

const places = (rules: readonly RetentionRule[]): SQL =>
  sql.join(
    rules.map(({ kind }, place) => sql`(${place}::int, ${kind}::text)`),
    sql`, `,
  );

async function figures(db: Database, rules: readonly RetentionRule[]): Promise<RetentionFigures[]> {
  const { rows } = await db.execute<{
    kind: RetentionKind;
    rows: string;
    oldest: string | Date | null;
    newest: string | Date | null;
    spared: Partial<Record<SpareReason, number>> | null;
    objects: string | null;
    shared: string | null;
  }>(sql`
    with ${goingWith(rules)},
    gone as (select place, count(*) as rows, min(since) as oldest, max(since) as newest from going group by place),
    stays as (
      select place, jsonb_object_agg(spared, n) as spared
      from (select place, spared, count(*) as n from due where spared is not null group by place, spared) counted
      group by place),
    things as (
      select place, count(*) filter (where live = mine) as objects, count(*) filter (where live > mine) as shared
      from judged group by place)
    select named.kind, coalesce(gone.rows, 0) as rows, gone.oldest, gone.newest, stays.spared, things.objects, things.shared
    from (values ${places(rules)}) named (place, kind)
    left join gone using (place) left join stays using (place) left join things using (place)
    order by named.place`);
  return rows.map(({ kind, rows: count, oldest, newest, spared, objects, shared }) => ({
    kind,
    rows: Number(count),
    objects: Number(objects ?? 0),
    sharedObjects: Number(shared ?? 0),
    oldest: oldest === null ? null : new Date(oldest),
    newest: newest === null ? null : new Date(newest),
    spared: {
      'legal-hold': 0,
      'in-dataset': 0,
      'gold-set': 0,
      'signed-report': 0,
      'laboratory-series': 0,
      study: 0,
      ...spared,
    },
  }));
}

const toPolicy = (row: PolicyRow): RetentionPolicy => ({
  kind: row.kind,
  keepDays: row.keep_days,
  revision: row.revision,
  changedBy: row.changed_by,
  changedAt: row.changed_at === null ? null : new Date(row.changed_at),
});
