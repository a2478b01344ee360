import type { RetentionRows } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { lockObjects } from '../lock-objects.ts';
import { mapsOfAnalyses, pastItsTime, picturesOfImages } from './retention-selection.ts';

/** Rows that are marked as removed, and the objects that go with them. */
export function createRemovalRows(
  db: Database,
): Pick<RetentionRows, 'remove' | 'waitingRemovals' | 'lockRemovals' | 'finishRemovals'> {
  return {
    async remove({ kind, before }, { after, limit, at }) {
      const due = pastItsTime(kind, before);
      const { rows: found } = await db.execute<{ id: string; image_id: string }>(sql`
        select id, image_id from (${due}) due
        where spared is null and ${after === null ? sql`true` : sql`id > ${after}::uuid`} order by id limit ${limit}`);
      const last = found.length < limit ? null : found.at(-1)!.id;
      if (found.length === 0) return { last, rows: 0, keys: [] };
      const imageIds = sql.param([...new Set(found.map(({ image_id }) => image_id))]);
      // Holds, links, labels and dataset versions lock these rows, too: who comes later waits, and finds them marked.
      await db.execute(sql`select from images where id = any(${imageIds}::uuid[]) order by id for update`);
      await db.execute(
        sql`select from analyses where image_id = any(${imageIds}::uuid[]) order by id for update`,
      );
      // A statement of its own: it sees what was committed while the locks were waited for.
      const wanted = sql.param(found.map(({ id }) => id));
      const { rows: going } = await db.execute<{ id: string }>(
        sql`select id from (${due}) due where spared is null and id = any(${wanted}::uuid[])`,
      );
      const ids = sql.param(going.map(({ id }) => id));
      const place = sql`select id, 0 as place from unnest(${ids}::uuid[]) id`;
      const { rows: refs } = await db.execute<{ key: string }>(sql`
        select distinct key from (${kind === 'maps' ? mapsOfAnalyses(place) : picturesOfImages(place)}) refs`);
      const mark = sql`set maps_removed_at = ${at.toISOString()}, maps_removed_by = ${kind}`;
      if (kind === 'maps') {
        await db.execute(sql`update analyses ${mark} where id = any(${ids}::uuid[])`);
      } else {
        await db.execute(sql`update images set pictures_removed_at = ${at.toISOString()}, pictures_removed_by = ${kind}
          where id = any(${ids}::uuid[])`);
        await db.execute(sql`update analyses ${mark} where image_id = any(${ids}::uuid[]) and maps_removed_at is null
          and (map_key is not null or overlay_key is not null)`);
      }
      const { rows: written } = await db.execute<{ key: string }>(sql`
        insert into object_removals (key, policy, removed_at)
        select key, ${kind}::text, ${at.toISOString()}::timestamptz from unnest(${sql.param(refs.map(({ key }) => key))}::text[]) key
        where not exists (select from live_object_references used where used.key = key.key)
        on conflict (key) do update set policy = excluded.policy, removed_at = excluded.removed_at, deleted_at = null
        returning key`);
      return { last, rows: going.length, keys: written.map(({ key }) => key) };
    },
    async waitingRemovals(after, limit) {
      const { rows } = await db.execute<{ key: string }>(sql`
        select key from object_removals where deleted_at is null and key > ${after ?? ''} order by key limit ${limit}`);
      return rows.map(({ key }) => key);
    },
    async lockRemovals(keys) {
      if (keys.length === 0) return [];
      const wanted = await lockObjects(db, keys);
      await db.execute(sql`
        delete from object_removals removal where key = any(${wanted})
          and exists (select from live_object_references used where used.key = removal.key)`);
      const { rows } = await db.execute<{ key: string }>(sql`
        select key from object_removals removal where key = any(${wanted}) and deleted_at is null
          and not exists (
            select from object_claims claim where claim.key = removal.key and claim.claimed_at > now() - interval '1 hour')
        order by key`);
      return rows.map(({ key }) => key);
    },
    async finishRemovals(keys, at) {
      await db.execute(sql`
        update object_removals set deleted_at = ${at.toISOString()} where key = any(${sql.param([...keys])}::text[])`);
    },
  };
}
