import { type SQL, sql } from 'drizzle-orm';
import type { KeysetCursor } from './cursor.ts';

/** Rows after the cursor in a list that is ordered newest first. */
export function before(at: unknown, id: unknown, cursor: KeysetCursor | null): SQL | undefined {
  if (cursor === null) return undefined;
  return sql`(${at}, ${id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`;
}
