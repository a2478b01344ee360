import type { ObjectReference, ObjectRows } from '@mlmcsc/core';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { lockObjects } from './lock-objects.ts';

/** Longer than a writer needs from finding its object there to committing the row that refers to it. */
const claimLifetime = '1 hour';

/** Who refers to which object, by the view `object_references`. */
export function createObjectRows(db: Database): ObjectRows {
  return {
    async references(after, to) {
      const { rows } = await db.execute<{ key: string; kind: string; id: string; removed: boolean }>(sql`
        select used.key, used.kind, used.id, removed.key is not null as removed
        from object_references used left join object_removals removed on removed.key = used.key
        where used.key > ${after ?? ''} and used.key <= ${to ?? '~'}
        order by used.key, used.kind, used.id`);
      return rows.map(({ removed, ...reference }): ObjectReference => ({ ...reference, isRemoved: removed }));
    },
    async claim(key) {
      await db.execute(sql`select claim_object(${key})`);
    },
    async lockUnreferenced(keys) {
      if (keys.length === 0) return [];
      const wanted = await lockObjects(db, keys);
      const { rows } = await db.execute<{ key: string }>(sql`
        select key from unnest(${wanted}) key
        where not exists (select from live_object_references used where used.key = key.key)
          and not exists (
            select from object_claims claim where claim.key = key.key
              and claim.claimed_at > now() - ${claimLifetime}::interval)`);
      await db.execute(sql`delete from object_claims where claimed_at < now() - ${claimLifetime}::interval`);
      return rows.map(({ key }) => key);
    },
    async removal(key) {
      const { rows } = await db.execute<{ removed_at: string | Date; policy: string }>(
        sql`select removed_at, policy from object_removals where key = ${key}`,
      );
      const row = rows[0];
      return row === undefined ? null : { at: new Date(row.removed_at), policy: row.policy };
    },
  };
}
