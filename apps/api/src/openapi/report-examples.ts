import type {
  ChangeLetterheadRequest,
  CreateReportRequest,
  DiscardReportRequest,
  Letterhead,
  Report,
  ReportDetail,
  ReportState,
  ReportVerification,
  SignReportRequest,
} from '@mlmcsc/contracts';

const id = (last: string) => `0192f0a0-4c1e-7a3b-9d52-0000000000${last}`;
const digest = '5e1f'.repeat(16);
const statement = 'Checked and released.';
const create: CreateReportRequest = {
  curves: [{ property: 'energy', model: 'tanh' }],
  supersedes: { report_id: id('c1'), reason: 'Energy of H4711-03 was misread.' },
};
const sign: SignReportRequest = { digest, statement, current_password: 'correct horse battery staple' };
const report: Report = {
  ...{
    id: id('c2'),
    series_id: id('b3'),
    series_name: 'X52 pipe',
    state: 'signed',
    number: 17,
    version: 2,
    digest,
  },
  ...{ made_by: 'ann', made_at: '2026-11-23T09:00:00.000Z' },
  supersedes: id('c1'),
  supersedes_reason: 'Energy of H4711-03 was misread.',
  signature: {
    ...{ signed_by: 'rita', signed_at: '2026-11-23T09:10:00.000Z', method: 'password-and-code', statement },
    ...{ digest, verification_code: '7K3M-Q9TV-0HXA-2C4R' },
  },
  superseded_by: null,
  discarded: null,
};
const texts = {
  name: 'Werkstoffprüflabor Süd GmbH',
  address: 'Hüttenstraße 4\n70565 Stuttgart',
  accreditation_number: 'D-PL-12345-01-00',
};
const letterhead: Letterhead = {
  ...{ ...texts, logo: { sha256: digest, width_px: 640, height_px: 200 }, revision: 3 },
  ...{ changed_by: 'admin', changed_at: '2026-11-20T08:00:00.000Z' },
};
// The smallest PNG.
const changeLetterhead: ChangeLetterheadRequest = {
  ...texts,
  logo: {
    content_base64:
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  },
};
const discard: DiscardReportRequest = { reason: 'A value was corrected since.' };
const detail: ReportDetail = {
  report,
  document: { schema: 'mlmcsc.report/1', number: 17, version: 2, people: ['person:5f0c9a1be277'] },
  people: [{ pseudonym: 'person:5f0c9a1be277', name: 'ann' }],
  unprintable: ['U+94A2', 'U+7BA1'],
};
const verification: ReportVerification = { verdict: 'valid', report };

/** Examples of reports, by the names of their schemas. */
export const REPORT_EXAMPLES = {
  ChangeLetterheadRequest: changeLetterhead,
  CreateReportRequest: create,
  DiscardReportRequest: discard,
  Letterhead: letterhead,
  Report: report,
  ReportState: 'superseded' satisfies ReportState,
  ReportDetail: detail,
  ReportVerification: verification,
  SignReportRequest: sign,
};
