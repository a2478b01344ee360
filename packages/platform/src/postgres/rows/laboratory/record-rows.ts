import type { PageRequest, RecordRows, Slice, Stamp } from '@mlmcsc/core';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { decodeCursor, encodeCursor, isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';

/** A table of records: each row has an identifier, a unique name and a revision. */
export interface RecordTable<Record extends Stamp, Filter> {
  readonly table: PgTable & {
    readonly id: AnyPgColumn;
    readonly revision: AnyPgColumn;
    readonly createdAt: AnyPgColumn;
  };
  readonly name: AnyPgColumn;
  readonly conditionsOf: (filter: Filter) => readonly (SQL | undefined)[];
  readonly toRow: (record: Record) => object;
  readonly toRecord: (row: object) => Record;
}

/** Reads and writes the rows of one kind of record. */
export function createRecordRows<Record extends Stamp, Filter>(
  db: Database,
  { table, name, conditionsOf, toRow, toRecord }: RecordTable<Record, Filter>,
): RecordRows<Record, Filter> {
  const first = async (condition: SQL | undefined) => {
    const [row] = await db.select().from(table).where(condition).limit(1);
    return row === undefined ? null : toRecord(row);
  };
  return {
    async insert(record) {
      await db.insert(table).values(toRow(record) as never);
    },
    find: (id) => (isUuid(id) ? first(eq(table.id, id)) : Promise.resolve(null)),
    findByName: (value) => first(eq(name, value)),
    async list(filter, page) {
      const rows = await db
        .select()
        .from(table)
        .where(and(...conditionsOf(filter), after(table, page)))
        .orderBy(desc(table.createdAt), desc(table.id))
        .limit(page.limit + 1);
      return slice(rows.map(toRecord), page.limit);
    },
    async update(record, replaces) {
      const changed = await db
        .update(table)
        .set(toRow(record) as never)
        .where(and(eq(table.id, record.id), eq(table.revision, replaces)))
        .returning({ id: table.id });
      return changed.length === 1;
    },
    async remove(id, revision) {
      const removed = await db
        .delete(table)
        .where(and(eq(table.id, id), eq(table.revision, revision)))
        .returning({ id: table.id });
      return removed.length === 1;
    },
  };
}

function after({ createdAt, id }: RecordTable<Stamp, never>['table'], page: PageRequest): SQL | undefined {
  const cursor = decodeCursor(page.cursor);
  return cursor === null
    ? undefined
    : sql`(${createdAt}, ${id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`;
}

function slice<Record extends Stamp>(rows: readonly Record[], limit: number): Slice<Record> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasMore ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
}

/** Whether one of the columns has the text in it, whatever the case; `%` and `_` stand for themselves. */
export function contains(text: string | undefined, ...columns: readonly AnyPgColumn[]): SQL | undefined {
  const wanted = text?.trim().toLowerCase() ?? '';
  if (wanted === '') return undefined;
  const pattern = `%${wanted.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return sql`(${sql.join(
    columns.map((column) => sql`lower(${column}) like ${pattern}`),
    sql` or `,
  )})`;
}
