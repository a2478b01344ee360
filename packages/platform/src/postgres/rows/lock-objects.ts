import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Locks objects against claims until the transaction ends, one after the other in order of keys, so that two removals never
 * wait for each other.
 * @returns the keys as an array for the statements that follow; those see what was committed while the locks were waited for
 */
export async function lockObjects(db: Database, keys: readonly string[]): Promise<SQL> {
  const wanted = sql`array[${sql.join(
    [...keys].sort().map((key) => sql`${key}`),
    sql`, `,
  )}]::text[]`;
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('object:' || key, 0)) from unnest(${wanted}) key`,
  );
  return wanted;
}
