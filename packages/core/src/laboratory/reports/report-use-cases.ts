import { createHash } from 'node:crypto';
import type { SeriesCurveQuery } from '@mlmcsc/contracts';
import { Conflict, NotFound } from '../../errors.ts';
import type { CurveFitter } from '../../ports/curve-fitter.ts';
import type { PageRequest, Slice } from '../../ports/page.ts';
import type { ReportFilter, ReportRows } from '../../ports/reports.ts';
import type { Rows } from '../../ports/store.ts';
import type { KeeperDependencies } from '../record-keeper.ts';
import { canonicalJson } from './canonical-json.ts';
import { gatherReport } from './gather-report.ts';
import { peopleOf, reportDocument } from './report-document.ts';
import type { ReportRecord, ReportSignatureRecord, ReportStanding } from './report-records.ts';
import { readVerificationCode, verificationCodeOf } from './verification-code.ts';

export interface NewReport {
  readonly seriesId: string;
  readonly curves: readonly SeriesCurveQuery[];
  /** The signed report that this one is to replace, and why. */
  readonly supersedes: { readonly reportId: string; readonly reason: string } | null;
  readonly by: string;
  /** A repetition with the same id returns what the first one made. @default a new one */
  readonly id?: string | null | undefined;
}

export interface ReportToSign {
  readonly id: string;
  /** Of the document that the signer has read. */
  readonly digest: string;
  readonly statement: string;
  readonly by: string;
}

/** A report to be read. */
export interface ReadReport extends ReportStanding {
  readonly document: Readonly<Record<string, unknown>>;
  /** The people in it; a null name was erased. */
  readonly people: readonly { readonly pseudonym: string; readonly name: string | null }[];
}

/** What a verification code stands for. `altered`: the stored document or signature is not what was signed. */
export interface ReportVerdict {
  readonly verdict: 'valid' | 'superseded' | 'unknown' | 'digest-differs' | 'altered';
  readonly standing: ReportStanding | null;
}

export type ReportUseCases = ReturnType<typeof createReportUseCases>;

const digestOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Reports of series: written down once, signed once, and replaced instead of changed. */
export function createReportUseCases(dependencies: KeeperDependencies & { readonly curves: CurveFitter }) {
  const { store, clock, ids } = dependencies;
  const found = (standing: ReportStanding | null, id: string): ReportStanding => {
    if (standing === null) throw new NotFound('report-not-found', `There is no report ${id}.`);
    return standing;
  };
  const get = async (id: string) => found(await store.rows.laboratory.reports.find(id), id);

  /** @throws Conflict `report-unsigned | report-superseded` */
  const replaceable = (old: ReportStanding): ReportStanding => {
    if (old.signature === null) {
      throw new Conflict('report-unsigned', 'Only a signed report is superseded; make another draft.');
    }
    if (old.supersededBy !== null) throw superseded(old);
    return old;
  };

  /** Whether document and signature are what was signed: digest and code are made anew. A draft has its digest alone. */
  const isIntact = async (
    { report, signature }: ReportStanding,
    reports: ReportRows = store.rows.laboratory.reports,
  ): Promise<boolean> =>
    digestOf((await reports.document(report.id)) ?? '') === report.digest &&
    (signature === null ||
      (signature.digest === report.digest && verificationCodeOf(signature) === signature.verificationCode));

  return {
    get,
    isIntact: (standing: ReportStanding) => isIntact(standing),
    /** @throws NotFound `series-not-found` */
    async ofSeries(seriesId: string, page: PageRequest): Promise<Slice<ReportStanding>> {
      const { laboratory } = store.rows;
      if ((await laboratory.series.find(seriesId)) === null) {
        throw new NotFound('series-not-found', `There is no series ${seriesId}.`);
      }
      return laboratory.reports.ofSeries(seriesId, page);
    },
    /** Of all series, newest first. @throws InvalidInput `cursor-invalid` */
    list: (filter: ReportFilter, page: PageRequest): Promise<Slice<ReportStanding>> =>
      store.rows.laboratory.reports.list(filter, page),
    /** @throws NotFound `report-not-found` */
    async read(id: string): Promise<ReadReport> {
      const { reports } = store.rows.laboratory;
      const standing = await get(id);
      const document = JSON.parse((await reports.document(id)) ?? '{}') as { people?: readonly string[] };
      const pseudonyms = document.people ?? [];
      const names = await reports.namesOf(pseudonyms);
      const people = pseudonyms.map((pseudonym) => ({ pseudonym, name: names.get(pseudonym) ?? null }));
      return { ...standing, document: { ...document }, people };
    },
    pictures: (id: string): Promise<readonly string[]> => store.rows.laboratory.reports.pictures(id),
    /** The bytes that the digest is of. @throws NotFound `report-not-found` */
    async document(id: string): Promise<{ readonly digest: string; readonly text: string }> {
      const { report } = await get(id);
      return { digest: report.digest, text: (await store.rows.laboratory.reports.document(id)) ?? '' };
    },

    /** @throws as `gatherReport`; NotFound `report-not-found`; Conflict `report-unsigned | report-superseded` */
    async draft({ seriesId, curves, supersedes, by, id = null }: NewReport): Promise<ReportStanding> {
      const made = id === null ? null : await store.rows.laboratory.reports.find(id);
      if (made !== null) return made;
      const content = await gatherReport(dependencies, seriesId, curves);
      return store.transaction(async (rows) => {
        const { reports } = rows.laboratory;
        const old = supersedes === null ? null : await reports.lock(supersedes.reportId);
        if (supersedes !== null && (old === null || old.report.seriesId !== seriesId)) {
          throw new NotFound('report-not-found', `The series has no report ${supersedes.reportId}.`);
        }
        if (old !== null) replaceable(old);
        const place = await reports.nextPlace(old?.report.number ?? null);
        const heading = {
          id: id ?? ids.next(),
          ...place,
          madeAt: clock.now(),
          supersedes: old?.report.id ?? null,
          supersedesReason: supersedes?.reason ?? null,
        };
        const pseudonyms = await reports.pseudonymsOf(peopleOf(content));
        const supersedesDigest = old?.report.digest ?? null;
        const document = canonicalJson(reportDocument({ ...heading, supersedesDigest }, content, pseudonyms));
        const report: ReportRecord = {
          ...{ ...heading, seriesId, document, digest: digestOf(document), madeBy: by },
        };
        const imageIds = content.specimens.flatMap(({ pictures }) => pictures.map(({ image }) => image.id));
        await reports.insert(report, imageIds);
        await record(rows, 'report.drafted', report, by);
        const { document: _text, ...shown } = report;
        const seriesName = content.series.name;
        return { report: shown, signature: null, supersededBy: null, discard: null, seriesName };
      });
    },

    /** Whether the report can be signed as it is; before somebody is asked for a password.
     * @throws NotFound `report-not-found`; Conflict `report-signed | report-discarded | report-digest-differs |
     * report-superseded` */
    async assertSignable({ id, digest }: Pick<ReportToSign, 'id' | 'digest'>): Promise<void> {
      const standing = signable(await get(id), digest);
      const { supersedes } = standing.report;
      if (supersedes !== null) replaceable(await get(supersedes));
    },
    /** Signs for somebody who has just shown who it is. @throws as `assertSignable` */
    sign: (
      { id, digest, statement, by }: ReportToSign,
      method: ReportSignatureRecord['method'],
    ): Promise<ReportStanding> =>
      store.transaction(async (rows) => {
        const { reports } = rows.laboratory;
        const standing = signable(found(await reports.lock(id), id), digest);
        const { report } = standing;
        const { supersedes } = report;
        // Of two versions that are to replace the same report, one comes second.
        if (supersedes !== null) replaceable(found(await reports.lock(supersedes), supersedes));
        const signer = (await reports.pseudonymsOf([by])).get(by) ?? '';
        const signedAt = clock.now();
        const signed = { reportId: id, digest, signer, signedAt, statement };
        const verificationCode = verificationCodeOf(signed);
        const signature = { ...signed, signedBy: by, method, verificationCode, supersedes };
        await reports.sign(signature);
        await record(rows, 'report.signed', report, by);
        return { ...standing, signature };
      }),

    /** Says that nobody is to sign a draft; saying it twice changes nothing.
     * @throws NotFound `report-not-found`; Conflict `report-signed` */
    discard: (id: string, reason: string, by: string): Promise<ReportStanding> =>
      store.transaction(async (rows) => {
        const { reports } = rows.laboratory;
        const standing = found(await reports.lock(id), id);
        if (standing.signature !== null) {
          throw new Conflict('report-signed', 'The report is signed; only a newer version takes its place.');
        }
        if (standing.discard !== null) return standing;
        const discard = { reportId: id, discardedBy: by, discardedAt: clock.now(), reason };
        await reports.discard(discard);
        await record(rows, 'report.discarded', standing.report, by, { reason });
        return { ...standing, discard };
      }),

    /** @param digest - of the document at hand, if there is one */
    verify: (code: string, digest: string | null): Promise<ReportVerdict> =>
      store.transaction(async ({ laboratory: { reports } }) => {
        const standing = await reports.findByCode(readVerificationCode(code));
        if (standing === null || standing.signature === null) return { verdict: 'unknown', standing: null };
        const { report, supersededBy } = standing;
        if (!(await isIntact(standing, reports))) return { verdict: 'altered', standing };
        if (digest !== null && digest !== report.digest) return { verdict: 'digest-differs', standing };
        return { verdict: supersededBy === null ? 'valid' : 'superseded', standing };
      }),
  };
}

const record = (
  rows: Rows,
  action: 'report.drafted' | 'report.signed' | 'report.discarded',
  { id, seriesId, number, version, digest, supersedes }: Omit<ReportRecord, 'document'>,
  by: string,
  more: { readonly reason?: string } = {},
): Promise<void> =>
  rows.audit.append({
    ...{ action, actor: by, subject: { kind: 'report', id } },
    details: { series_id: seriesId, number, version, digest, supersedes, ...more },
  });

const superseded = ({ supersededBy }: ReportStanding) =>
  new Conflict(
    'report-superseded',
    `Version ${supersededBy?.version} (${supersededBy?.id}) has superseded the report; supersede that one.`,
  );

function signable(standing: ReportStanding, digest: string): ReportStanding {
  if (standing.signature !== null) throw new Conflict('report-signed', 'The report is signed already.');
  if (standing.discard !== null) {
    throw new Conflict('report-discarded', `The draft was discarded: ${standing.discard.reason}`);
  }
  if (standing.report.digest !== digest) {
    throw new Conflict('report-digest-differs', 'The digest is not that of this report; read it first.');
  }
  return standing;
}
