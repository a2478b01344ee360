import { type AuditFilter, type AuditRows, InvalidInput, type NewAuditEntry } from '@mlmcsc/core';
import { and, asc, desc, eq, gt, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { currentOrigin } from '../../system/index.ts';
import type { Database } from '../database.ts';
import { auditLog, auditPersonal, people } from '../schema.ts';

/** The audit trail. The database seals each entry at the commit and refuses any change. */
export function createAuditRows(db: Database): AuditRows {
  return {
    async append(entry) {
      await db.execute(sql`select audit_append(${JSON.stringify(toStored(entry))}::jsonb)`);
    },
    async list(filter, page) {
      const rows = await db
        .select({ entry: auditLog, ...personalColumns })
        .from(auditLog)
        .leftJoin(actorPersonal, joinOf(actorPersonal, 'actor'))
        .leftJoin(subjectPersonal, joinOf(subjectPersonal, 'subject'))
        .where(and(...conditionsOf(filter), before(page.cursor)))
        .orderBy(desc(auditLog.position))
        .limit(page.limit + 1);
      const items = rows.slice(0, page.limit).map(({ entry, actor, subject }) => {
        const { prevHash: _prev, actorDigest: _actor, subjectDigest: _subject, ...kept } = entry;
        return {
          ...kept,
          actorName: actor?.name ?? null,
          address: actor?.address ?? null,
          subjectName: subject?.name ?? null,
        };
      });
      const last = items.at(-1);
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? String(last.position) : null };
    },
    async head() {
      const [row] = await db
        .select({ position: auditLog.position, hash: auditLog.hash })
        .from(auditLog)
        .orderBy(desc(auditLog.position))
        .limit(1);
      return row ?? null;
    },
    async sealedAfter(position, limit) {
      const rows = await db
        .select({
          entry: auditLog,
          detailsText: sql<string>`${auditLog.details}::text`,
          actorNonce: actorPersonal.nonce,
          actorText: sql<string | null>`${actorPersonal.personal}::text`,
          subjectNonce: subjectPersonal.nonce,
          subjectText: sql<string | null>`${subjectPersonal.personal}::text`,
        })
        .from(auditLog)
        .leftJoin(actorPersonal, joinOf(actorPersonal, 'actor'))
        .leftJoin(subjectPersonal, joinOf(subjectPersonal, 'subject'))
        .where(gt(auditLog.position, position))
        .orderBy(asc(auditLog.position))
        .limit(limit);
      return rows.map(({ entry, detailsText, actorNonce, actorText, subjectNonce, subjectText }) => {
        const { details: _details, ...kept } = entry;
        return {
          ...kept,
          detailsText,
          actorPersonal: sealed(actorNonce, actorText),
          subjectPersonal: sealed(subjectNonce, subjectText),
        };
      });
    },
  };
}

const actorPersonal = alias(auditPersonal, 'actor_personal');
const subjectPersonal = alias(auditPersonal, 'subject_personal');
const personalColumns = { actor: actorPersonal.personal, subject: subjectPersonal.personal };

const joinOf = (table: typeof actorPersonal | typeof subjectPersonal, part: 'actor' | 'subject') =>
  and(eq(table.position, auditLog.position), eq(table.part, part));

const sealed = (nonce: string | null, text: string | null) =>
  nonce === null || text === null ? null : { nonce, text };

/** As `audit_append` in the migrations expects it. */
function toStored({ action, actor, subject, details, personal }: NewAuditEntry) {
  const origin = currentOrigin();
  const isPerson = actor !== null && actor !== 'system';
  return {
    action,
    actor: {
      kind: kindOf(actor, origin?.apiKey ?? null),
      name: isPerson ? actor : null,
      key: isPerson ? (origin?.apiKey ?? null) : null,
      personal:
        actor === 'system'
          ? { operator: origin?.operator ?? null }
          : { ...personal, address: origin?.address ?? null },
    },
    subject: subject ?? null,
    details: details ?? {},
    request_id: origin?.requestId ?? null,
  };
}

function kindOf(actor: string | null, apiKey: string | null) {
  if (actor === null) return 'anonymous';
  if (actor === 'system') return 'system';
  return apiKey === null ? 'user' : 'api-key';
}

function conditionsOf(filter: AuditFilter): (SQL | undefined)[] {
  return [
    filter.action === undefined ? undefined : eq(auditLog.action, filter.action),
    filter.actor === undefined ? undefined : isPerson(auditLog.actor, filter.actor),
    filter.subjectKind === undefined ? undefined : eq(auditLog.subjectKind, filter.subjectKind),
    filter.subjectId === undefined
      ? undefined
      : or(eq(auditLog.subjectId, filter.subjectId), isPerson(auditLog.subjectId, filter.subjectId)),
    filter.from === undefined ? undefined : gte(auditLog.at, filter.from),
    filter.to === undefined ? undefined : lt(auditLog.at, filter.to),
  ];
}

/** By pseudonym or, as long as it is known, by user name. */
function isPerson(column: typeof auditLog.actor | typeof auditLog.subjectId, name: string): SQL {
  if (name.startsWith('person:')) return eq(column, name);
  return sql`${column} = (select ${people.pseudonym} from ${people} where ${people.username} = ${name})`;
}

/** @throws InvalidInput `cursor-invalid` */
function before(cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return lt(auditLog.position, Number(cursor));
  throw new InvalidInput(
    'cursor-invalid',
    'The cursor is not one that this list has given; start from the first page.',
  );
}
