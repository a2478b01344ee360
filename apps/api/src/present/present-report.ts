import {
  type Report,
  type ReportDetail,
  type ReportVerification,
  unprintableCharacters,
} from '@mlmcsc/contracts';
import {
  formatVerificationCode,
  type ReadReport,
  type ReportStanding,
  type ReportVerdict,
  reportStateOf,
  toJsonNames,
} from '@mlmcsc/core';

export function presentReport(standing: ReportStanding): Report {
  const { report, signature, supersededBy, discard, seriesName } = standing;
  return {
    series_name: seriesName,
    state: reportStateOf(standing),
    ...(toJsonNames(report) as Pick<
      Report,
      | 'id'
      | 'series_id'
      | 'number'
      | 'version'
      | 'digest'
      | 'made_by'
      | 'made_at'
      | 'supersedes'
      | 'supersedes_reason'
    >),
    signature:
      signature === null
        ? null
        : {
            signed_by: signature.signedBy,
            signed_at: signature.signedAt.toISOString(),
            method: signature.method,
            statement: signature.statement,
            digest: signature.digest,
            verification_code: formatVerificationCode(signature.verificationCode),
          },
    discarded:
      discard === null
        ? null
        : {
            discarded_by: discard.discardedBy,
            discarded_at: discard.discardedAt.toISOString(),
            reason: discard.reason,
          },
    superseded_by:
      supersededBy === null ? null : (toJsonNames(supersededBy) as NonNullable<Report['superseded_by']>),
  };
}

export const presentReportDetail = (read: ReadReport): ReportDetail => ({
  report: presentReport(read),
  document: { ...read.document },
  people: read.people.map((one) => ({ ...one })),
  unprintable: unprintableCharacters([
    read.document,
    read.people.map(({ name }) => name),
    read.signature?.statement,
  ]),
});

export const presentReportVerification = ({ verdict, standing }: ReportVerdict): ReportVerification => ({
  verdict,
  report: standing === null ? null : presentReport(standing),
});
