import type { PageRequest, ReportFilter, ReportRows, ReportStanding } from '@mlmcsc/core';
import { and, desc, eq, getTableColumns, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { decodeCursor, encodeCursor, isUuid } from '../../cursor.ts';
import type { Database } from '../../database.ts';
import { before } from '../../keyset.ts';
import { reportDiscards, reportPictures, reportSignatures, reports, series } from '../../schema.ts';
import { contains } from './record-rows.ts';

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
        discard: reportDiscards,
        seriesName: series.name,
        next: { id: next.id, number: next.number, version: next.version, reason: next.supersedesReason },
        signedAt: nextSignature.signedAt,
      })
      .from(reports)
      .innerJoin(series, eq(series.id, reports.seriesId))
      .leftJoin(reportDiscards, eq(reportDiscards.reportId, reports.id))
      .leftJoin(reportSignatures, eq(reportSignatures.reportId, reports.id))
      .leftJoin(nextSignature, eq(nextSignature.supersedes, reports.id))
      .leftJoin(next, eq(next.id, nextSignature.reportId))
      .where(condition)
      .orderBy(desc(reports.madeAt), desc(reports.id))
      .limit(limit)
      .then((rows) => rows.map(toStanding));

  const page = async (condition: SQL | undefined, { cursor, limit }: PageRequest) => {
    const after = before(reports.madeAt, reports.id, decodeCursor(cursor));
    const rows = await standings(and(condition, after), limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1)?.report;
    const hasMore = rows.length > limit && last !== undefined;
    return { items, nextCursor: hasMore ? encodeCursor({ at: last.madeAt, id: last.id }) : null };
  };
  const stateIs = (state: ReportFilter['state']): SQL | undefined => {
    switch (state) {
      case undefined:
        return undefined;
      case 'draft':
        return and(isNull(reportSignatures.reportId), isNull(reportDiscards.reportId));
      case 'discarded':
        return isNotNull(reportDiscards.reportId);
      case 'superseded':
        return isNotNull(nextSignature.reportId);
      case 'signed':
        return and(isNotNull(reportSignatures.reportId), isNull(nextSignature.reportId));
    }
  };
  const mentions = (text: string | undefined): SQL | undefined => {
    const inSeries = contains(text, series.name, series.client, series.project);
    const wanted = text?.trim() ?? '';
    return /^\d{1,9}$/.test(wanted) ? or(inSeries, eq(reports.number, Number(wanted))) : inSeries;
  };

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
    async insert(report, imageIds) {
      await db.insert(reports).values(report);
      const named = [...new Set(imageIds)].map((imageId) => ({ reportId: report.id, imageId }));
      if (named.length > 0) await db.insert(reportPictures).values(named);
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
    async pictures(id) {
      if (!isUuid(id)) return [];
      const named = await db.select().from(reportPictures).where(eq(reportPictures.reportId, id));
      return named.map(({ imageId }) => imageId);
    },
    async ofSeries(seriesId, wanted) {
      if (!isUuid(seriesId)) return { items: [], nextCursor: null };
      return page(eq(reports.seriesId, seriesId), wanted);
    },
    list: ({ state, text }, wanted) => page(and(stateIs(state), mentions(text)), wanted),
    async findByCode(code) {
      return (await standings(eq(reportSignatures.verificationCode, code), 1))[0] ?? null;
    },
    async discard(discard) {
      await db.insert(reportDiscards).values(discard);
    },
    async sign(signature) {
      // A removal locks the same rows: it is over, or it begins afterwards and finds the signature.
      await db.execute(sql`
        select from images where id in (select image_id from report_pictures where report_id = ${signature.reportId})
        order by id for share`);
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
  discard,
  seriesName,
  next,
  signedAt,
}: Pick<ReportStanding, 'report' | 'signature' | 'discard' | 'seriesName'> & {
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
    ...{ report, signature, discard, seriesName },
    supersededBy: isReplaced ? { ...next, reason: next.reason ?? '', signedAt } : null,
  };
}
