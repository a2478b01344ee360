import type { ReportRows, ReportStanding } from '@mlmcsc/core';
import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { decodeCursor, encodeCursor, isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { before } from '../../keyset.ts';
import { reportSignatures, reports } from '../../schema.ts';

/** Held from choosing a number until the report with it is committed. */
const numbersLock = 7261531029;

/** Reports of series and their signatures. */
export function createReportRows(db: Database): ReportRows {
  const next = alias(reports, 'next');
  const nextSignature = alias(reportSignatures, 'next_signature');
  const { document: _text, ...columns } = getTableColumns(reports);

  const standings = (condition: SQL | undefined, limit: number) =>
    db
      .select({
        report: columns,
        signature: reportSignatures,
        next: { id: next.id, number: next.number, version: next.version, reason: next.supersedesReason },
        signedAt: nextSignature.signedAt,
      })
      .from(reports)
      .leftJoin(reportSignatures, eq(reportSignatures.reportId, reports.id))
      .leftJoin(nextSignature, eq(nextSignature.supersedes, reports.id))
      .leftJoin(next, eq(next.id, nextSignature.reportId))
      .where(condition)
      .orderBy(desc(reports.madeAt), desc(reports.id))
      .limit(limit)
      .then((rows) => rows.map(toStanding));

  const find = async (id: string) =>
    isUuid(id) ? ((await standings(eq(reports.id, id), 1))[0] ?? null) : null;

  return {
    async nextPlace(number) {
      await db.execute(sql`select pg_advisory_xact_lock(${numbersLock})`);
      const { rows } = await db.execute<{ place: number }>(
        number === null
          ? sql`select coalesce(max(number), 0) + 1 as place from reports`
          : sql`select max(version) + 1 as place from reports where number = ${number}`,
      );
      const place = Number(rows[0]?.place ?? 1);
      return number === null ? { number: place, version: 1 } : { number, version: place };
    },
    async insert(report) {
      await db.insert(reports).values(report);
    },
    find,
    async lock(id) {
      if (!isUuid(id)) return null;
      await db.select({ id: reports.id }).from(reports).where(eq(reports.id, id)).for('update');
      return find(id);
    },
    async document(id) {
      if (!isUuid(id)) return null;
      const [row] = await db.select({ text: reports.document }).from(reports).where(eq(reports.id, id));
      return row?.text ?? null;
    },
    async ofSeries(seriesId, page) {
      if (!isUuid(seriesId)) return { items: [], nextCursor: null };
      const after = before(reports.madeAt, reports.id, decodeCursor(page.cursor));
      const rows = await standings(and(eq(reports.seriesId, seriesId), after), page.limit + 1);
      const items = rows.slice(0, page.limit);
      const last = items.at(-1)?.report;
      const hasMore = rows.length > page.limit && last !== undefined;
      return { items, nextCursor: hasMore ? encodeCursor({ at: last.madeAt, id: last.id }) : null };
    },
    async findByCode(code) {
      return (await standings(eq(reportSignatures.verificationCode, code), 1))[0] ?? null;
    },
    async sign(signature) {
      await db.insert(reportSignatures).values(signature);
    },
    async pseudonymsOf(names) {
      const { rows } = await db.execute<{ name: string; pseudonym: string }>(sql`
        select name, person_pseudonym(name) as pseudonym
        from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) as wanted (name)`);
      return new Map(rows.map(({ name, pseudonym }) => [name, pseudonym]));
    },
    async namesOf(pseudonyms) {
      const { rows } = await db.execute<{ name: string; pseudonym: string }>(sql`
        select pseudonym, username as name from people
        where username is not null
          and pseudonym in (select jsonb_array_elements_text(${JSON.stringify(pseudonyms)}::jsonb))`);
      return new Map(rows.map(({ name, pseudonym }) => [pseudonym, name]));
    },
  };
}

function toStanding({
  report,
  signature,
  next,
  signedAt,
}: {
  readonly report: ReportStanding['report'];
  readonly signature: ReportStanding['signature'];
  readonly next: {
    readonly id: string;
    readonly number: number;
    readonly version: number;
    readonly reason: string | null;
  } | null;
  readonly signedAt: Date | null;
}): ReportStanding {
  const isReplaced = next !== null && signedAt !== null;
  return {
    report,
    signature,
    supersededBy: isReplaced ? { ...next, reason: next.reason ?? '', signedAt } : null,
  };
}
