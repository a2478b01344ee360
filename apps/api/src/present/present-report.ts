import type { Report, ReportDetail, ReportVerification } from '@mlmcsc/contracts';
import {
  formatVerificationCode,
  type ReadReport,
  type ReportStanding,
  type ReportVerdict,
  toJsonNames,
} from '@mlmcsc/core';

export function presentReport({ report, signature, supersededBy }: ReportStanding): Report {
  return {
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
    superseded_by:
      supersededBy === null ? null : (toJsonNames(supersededBy) as NonNullable<Report['superseded_by']>),
  };
}

export const presentReportDetail = (read: ReadReport): ReportDetail => ({
  report: presentReport(read),
  document: { ...read.document },
  people: read.people.map((one) => ({ ...one })),
});

export const presentReportVerification = ({ verdict, standing }: ReportVerdict): ReportVerification => ({
  verdict,
  report: standing === null ? null : presentReport(standing),
});
