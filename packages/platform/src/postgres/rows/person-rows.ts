import { InvalidInput, type PersonRows } from '@mlmcsc/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Held by the user accounts too while the number of administrators is looked at and changed. */
const administratorsLock = 7_305_174_201n;

/** What is stored of a person, in this order; each has an identifier that orders its rows. */
const kinds: readonly { readonly kind: string; readonly rows: (username: string) => SQL }[] = [
  {
    kind: 'account',
    rows: (name) => sql`select id::text, to_jsonb(u) as record from auth_user u where username = ${name}`,
  },
  {
    kind: 'session',
    rows: (name) => sql`select s.id::text, to_jsonb(s) - 'token' as record
      from auth_session s join auth_user u on u.id = s.user_id where u.username = ${name}`,
  },
  {
    kind: 'image',
    rows: (name) =>
      sql`select id::text, to_jsonb(i) - 'search_text' as record from images i where uploaded_by = ${name}`,
  },
  {
    kind: 'analysis',
    rows: (name) => sql`select id::text, to_jsonb(a) as record from analyses a where analysed_by = ${name}`,
  },
  {
    kind: 'label',
    rows: (name) => sql`select id::text, to_jsonb(l) as record from labels l where technician = ${name}`,
  },
  {
    kind: 'job',
    rows: (name) => sql`select id::text, to_jsonb(j) as record from jobs j where created_by = ${name}`,
  },
  {
    kind: 'deployment',
    rows: (name) =>
      sql`select id::text, to_jsonb(d) as record from deployments d where deployed_by = ${name}`,
  },
  {
    kind: 'webhook',
    rows: (name) => sql`select id::text, to_jsonb(w) - 'secret' - 'previous_secret' as record
      from webhook_subscriptions w where created_by = ${name}`,
  },
  {
    kind: 'image-hold',
    rows: (name) =>
      sql`select image_id::text as id, to_jsonb(h) as record from image_holds h where placed_by = ${name}`,
  },
  {
    kind: 'retention-policy',
    rows: (name) =>
      sql`select md5(kind)::uuid::text as id, to_jsonb(p) as record from retention_policies p where changed_by = ${name}`,
  },
  ...(['heats', 'test_machines', 'series', 'specimens'] as const).map((table) => ({
    kind: table,
    rows: (name: string) => sql`select id::text, to_jsonb(r) as record from ${sql.identifier(table)} r
      where created_by = ${name} or updated_by = ${name}`,
  })),
  {
    kind: 'specimen-tested',
    rows: (name) => sql`select id::text, to_jsonb(s) as record from specimens s where tester = ${name}`,
  },
  {
    kind: 'specimen-picture',
    rows: (name) =>
      sql`select image_id::text as id, to_jsonb(p) as record from specimen_pictures p where linked_by = ${name}`,
  },
  {
    kind: 'specimen-import',
    rows: (name) =>
      sql`select id::text, to_jsonb(i) as record from specimen_imports i where created_by = ${name}`,
  },
  {
    kind: 'record-revision',
    rows: (name) => sql`select id::text, to_jsonb(r) as record from record_revisions r
      where changed_by = ${name} or tester = ${name}`,
  },
  {
    kind: 'report',
    rows: (name) =>
      sql`select id::text, to_jsonb(r) - 'document' as record from reports r where made_by = ${name}`,
  },
  {
    kind: 'report-discard',
    rows: (name) =>
      sql`select report_id::text as id, to_jsonb(d) as record from report_discards d where discarded_by = ${name}`,
  },
  {
    kind: 'force-curve',
    rows: (
      name,
    ) => sql`select md5(specimen_id::text || attached_at::text || sha256)::uuid::text as id, to_jsonb(f) as record
      from force_curve_files f where attached_by = ${name}`,
  },
  {
    kind: 'letterhead',
    rows: (name) =>
      sql`select md5(revision::text)::uuid::text as id, to_jsonb(l) as record from letterheads l where changed_by = ${name}`,
  },
  {
    kind: 'report-signature',
    rows: (name) =>
      sql`select report_id::text as id, to_jsonb(s) as record from report_signatures s where signed_by = ${name}`,
  },
];

/** What is stored about people, and their erasure. */
export function createPersonRows(db: Database): PersonRows {
  return {
    async isKnown(username) {
      const { rows } = await db.execute<{ known: boolean }>(sql`select exists (
          select from auth_user where username = ${username}
          union all select from people where username = ${username}
          union all select from labels where technician = ${username}
          union all select from images where uploaded_by = ${username}
          union all select from analyses where analysed_by = ${username}
          union all select from jobs where created_by = ${username}
          union all select from image_holds where placed_by = ${username}
          union all select from retention_policies where changed_by = ${username}
          union all select from specimens where tester = ${username}
          union all select from record_revisions where changed_by = ${username}) as known`);
      return rows[0]!.known;
    },
    async isLastAdministrator(username) {
      await db.execute(sql`select pg_advisory_xact_lock(${administratorsLock.toString()}::bigint)`);
      const { rows } = await db.execute<{ last: boolean }>(sql`
        select exists (select from auth_user where role = 'admin' and username = ${username})
          and not exists (select from auth_user where role = 'admin' and username <> ${username} and deactivated_at is null) as last`);
      return rows[0]!.last;
    },
    async records(username, { cursor, limit }) {
      const start = decodePlace(cursor);
      const items: {
        readonly kind: string;
        readonly id: string;
        readonly record: Record<string, unknown>;
      }[] = [];
      for (let index = start.index; index < kinds.length && items.length <= limit; index += 1) {
        const { kind, rows: select } = kinds[index]!;
        const after = index === start.index ? start.id : '';
        const { rows } = await db.execute<{ id: string; record: Record<string, unknown> }>(
          sql`select id, record from (${select(username)}) r where id > ${after} order by id limit ${limit + 1 - items.length}`,
        );
        items.push(...rows.map((row) => ({ kind, ...row })));
      }
      const page = items.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(({ kind, record }) => ({ kind, record })),
        nextCursor:
          items.length > limit && last !== undefined
            ? `${kinds.findIndex(({ kind }) => kind === last.kind)}:${last.id}`
            : null,
      };
    },
    async erase(username) {
      // Every row of the person in one transaction: with a long history that takes a while.
      await db.execute(sql`select set_config('statement_timeout', '0', true)`);
      const { rows } = await db.execute<{ pseudonym: string; counts: Record<string, number> }>(
        sql`select pseudonym, counts from erase_person(${username})`,
      );
      return rows[0]!;
    },
  };
}

/** @throws InvalidInput `cursor-invalid` */
function decodePlace(cursor: string | undefined): { readonly index: number; readonly id: string } {
  if (cursor === undefined) return { index: 0, id: '' };
  const [, index, id] = /^(\d{1,2}):([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (index !== undefined && id !== undefined) return { index: Number(index), id };
  throw new InvalidInput(
    'cursor-invalid',
    'The cursor is not one that this list has given; start from the first page.',
  );
}
