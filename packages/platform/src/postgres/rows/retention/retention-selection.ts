import type { RetentionKind, RetentionRule } from '@mlmcsc/core';
import { type SQL, sql } from 'drizzle-orm';

/** Why the picture `i` stays whatever its age, the first that holds; null when nothing does. */
const spared = sql`case
  when exists (select from image_holds h where h.image_id = i.id) then 'legal-hold'
  when exists (select from dataset_pictures d where d.sha256 = i.sha256) then 'in-dataset'
  when exists (
    select from analyses j join labels l on l.analysis_id = j.id where j.image_id = i.id and l.held_out
  ) then 'gold-set'
  when exists (
    select from report_pictures r join report_signatures s on s.report_id = r.report_id where r.image_id = i.id
  ) then 'signed-report'
  when exists (
    select from specimen_pictures p join specimens s on s.id = p.specimen_id
    where p.image_id = i.id and s.series_id is not null
  ) then 'laboratory-series'
  when exists (select from study_specimens t where t.image_id = i.id) then 'study'
end`;

/** When the picture `i` was last sent, measured or judged. */
const lastUsed = sql`greatest(i.uploaded_at, i.last_sent_at,
  (select max(j.created_at) from analyses j where j.image_id = i.id),
  (select max(l.created_at) from analyses j join labels l on l.analysis_id = j.id where j.image_id = i.id),
  (select max(r.painted_at) from regions r where r.image_id = i.id))`;

/** Whether a person has judged the picture `i`, by a label or by painting. */
const isLabelled = sql`(
  exists (select from analyses j join labels l on l.analysis_id = j.id where j.image_id = i.id)
  or exists (select from regions r where r.image_id = i.id))`;

const pictures = (condition: SQL, before: Date) => sql`
  select i.id, i.id as image_id, ${lastUsed} as since, ${spared} as spared from images i
  where i.pictures_removed_at is null and i.uploaded_at < ${before.toISOString()}::timestamptz
    and ${lastUsed} < ${before.toISOString()}::timestamptz and ${condition}`;

/** Everything of a kind that is past its time: `id`, `image_id`, `since`, and `spared` for what stays all the same. Whatever
 * looks at what goes looks here.
 */
export function pastItsTime(kind: RetentionKind, before: Date): SQL {
  switch (kind) {
    case 'unlabelled-pictures':
      return pictures(sql`not ${isLabelled}`, before);
    case 'labelled-pictures':
      return pictures(isLabelled, before);
    case 'maps':
      return sql`
        select a.id, a.image_id, greatest(a.created_at, i.last_sent_at) as since, ${spared} as spared
        from analyses a join images i on i.id = a.image_id
        where a.maps_removed_at is null and (a.map_key is not null or a.overlay_key is not null)
          and greatest(a.created_at, i.last_sent_at) < ${before.toISOString()}::timestamptz`;
  }
}

/** References of the given rows to objects: `key`, and `place` as given. @param going - `id`, `place` */
export const picturesOfImages = (going: SQL): SQL => sql`
  select object.key, going.place from (${going}) going join images i on i.id = going.id
    cross join lateral (values (object_key(i.sha256)), (i.display_key), (i.thumbnail_key)) object (key)
  union all
  select object.key, going.place from (${going}) going
    join analyses a on a.image_id = going.id and a.maps_removed_at is null
    cross join lateral (values (a.map_key), (a.overlay_key)) object (key) where object.key is not null`;

/** The same for maps of analyses. */
export const mapsOfAnalyses = (going: SQL): SQL => sql`
  select object.key, going.place from (${going}) going join analyses a on a.id = going.id
    cross join lateral (values (a.map_key), (a.overlay_key)) object (key) where object.key is not null`;

/** All that goes by the rules, one after the other: `kind_place`, `id`, `image_id`, `since`, `spared`. Maps of pictures that
 * go are counted with the pictures.
 */
export function pastTheirTime(rules: readonly RetentionRule[]): SQL {
  const parts = rules.flatMap(({ kind, before }, place) =>
    before === null
      ? []
      : [
          sql`select ${place}::int as place, ${kind}::text as kind, due.* from (${pastItsTime(kind, before)}) due`,
        ],
  );
  if (parts.length === 0) {
    return sql`select 0 as place, '' as kind, null::uuid as id, null::uuid as image_id, null::timestamptz as since,
      null::text as spared where false`;
  }
  return sql.join(parts, sql` union all `);
}
