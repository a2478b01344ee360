import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, PageQuery, Sha256 } from '../common.ts';
import { line } from './record-fields.ts';
import { SeriesCurveQuery } from './series-curve.ts';

const Reason = line('Why it replaces the other one', 500);
const place = {
  number: Type.Integer({ minimum: 1, description: 'The same in all versions of a report' }),
  version: Type.Integer({ minimum: 1 }),
};
const Signature = Type.Object(
  {
    signed_by: Type.String({ description: 'Username; a pseudonym once the person is erased' }),
    signed_at: Instant,
    method: Type.Union([Type.Literal('password'), Type.Literal('password-and-code')], {
      description: 'How the signer showed once more who it is',
    }),
    statement: Type.String({ description: 'In the words of the signer' }),
    digest: Sha256,
    verification_code: Type.String({ description: 'Sixteen characters in four groups, to be printed' }),
  },
  { additionalProperties: false },
);
const Successor = Type.Object(
  { id: Id, ...place, signed_at: Instant, reason: Reason },
  { additionalProperties: false },
);
const Discard = Type.Object(
  {
    discarded_by: Type.String({ description: 'Username; a pseudonym once the person is erased' }),
    discarded_at: Instant,
    reason: line('Why nobody is to sign it', 500),
  },
  { additionalProperties: false },
);
export const ReportState = Type.Union(
  [Type.Literal('draft'), Type.Literal('signed'), Type.Literal('superseded'), Type.Literal('discarded')],
  {
    $id: 'ReportState',
    description:
      '`signed`: and in force; `superseded`: signed, but a newer version is, too; `discarded`: a draft that nobody is to sign',
  },
);
export type ReportState = Static<typeof ReportState>;
const reportFields = {
  id: Id,
  series_id: Id,
  series_name: Type.String({ description: 'As the series is called now' }),
  state: ReportState,
  ...place,
  digest: Type.Unsafe<string>({ ...Sha256, description: 'SHA-256 of the document' }),
  made_by: Type.String({ description: 'Username' }),
  made_at: Instant,
  supersedes: nullable(Type.Unsafe<string>({ ...Id, description: 'The report that it is to replace' })),
  supersedes_reason: nullable(Reason),
  signature: nullable(Signature),
  superseded_by: nullable(Successor),
  discarded: nullable(Discard),
};

/** A report of a series: a draft until it is signed; never changed. */
export const Report = Type.Object(reportFields, { $id: 'Report', additionalProperties: false });
export type Report = Static<typeof Report>;

/** A report with what it says. */
export const ReportDetail = Type.Object(
  {
    report: Report,
    document: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      description:
        '`schema` (`mlmcsc.report/1`), `number`, `version`, `laboratory` (the letterhead of the day, if there was one), `series`, `heats`, `machines`, `specimens` (values unrounded; `reported` is rounded; ' +
        '`pictures` with digests, analyses and labels), `acceptance`, `curves`; people under pseudonyms',
    }),
    people: Type.Array(
      Type.Object(
        {
          pseudonym: Type.String(),
          name: nullable(Type.String({ description: 'Null once the person is erased' })),
        },
        { additionalProperties: false },
      ),
    ),
    unprintable: Type.Array(Type.String({ pattern: '^U\\+[0-9A-F]{4,6}$' }), {
      description: 'Letters in it that paper cannot show: there they stand as these codes, in brackets',
    }),
  },
  { $id: 'ReportDetail', additionalProperties: false },
);
export type ReportDetail = Static<typeof ReportDetail>;

export const CreateReportRequest = Type.Object(
  {
    curves: Type.Optional(
      Type.Array(SeriesCurveQuery, { maxItems: 6, description: 'Transition curves that it shows' }),
    ),
    supersedes: Type.Optional(
      Type.Object({ report_id: Id, reason: Reason }, { additionalProperties: false }),
    ),
  },
  { $id: 'CreateReportRequest', additionalProperties: false },
);
export type CreateReportRequest = Static<typeof CreateReportRequest>;

export const ReportQuery = Type.Object(
  {
    state: Type.Optional(ReportState),
    text: Type.Optional(
      Type.String({
        maxLength: 100,
        description: 'Part of the name, client or project of the series, or the number of the report',
      }),
    ),
    ...PageQuery.properties,
  },
  { additionalProperties: false },
);
export type ReportQuery = Static<typeof ReportQuery>;

export const DiscardReportRequest = Type.Object(
  { reason: line('Why nobody is to sign it', 500) },
  { $id: 'DiscardReportRequest', additionalProperties: false },
);
export type DiscardReportRequest = Static<typeof DiscardReportRequest>;

export const SignReportRequest = Type.Object(
  {
    digest: Type.Unsafe<string>({ ...Sha256, description: 'Of the document that was read' }),
    statement: line('What the signature says, for instance: checked and released', 500),
    current_password: Type.String({ minLength: 1, maxLength: 200, description: 'The present password' }),
    code: Type.Optional(
      Type.String({
        ...{ minLength: 6, maxLength: 30 },
        description: 'From users with a second factor: six digits, or a recovery code',
      }),
    ),
  },
  { $id: 'SignReportRequest', additionalProperties: false },
);
export type SignReportRequest = Static<typeof SignReportRequest>;

export const ReportVerificationQuery = Type.Object(
  {
    code: Type.String({
      ...{ minLength: 16, maxLength: 24, pattern: '^[0-9A-Za-z -]+$' },
      description: 'The verification code; case, spaces and hyphens do not matter',
    }),
    digest: Type.Optional(Type.Unsafe<string>({ ...Sha256, description: 'Of the document at hand' })),
  },
  { additionalProperties: false },
);

/** What a verification code stands for. */
export const ReportVerification = Type.Object(
  {
    verdict: Type.Union(
      [
        Type.Literal('valid'),
        Type.Literal('superseded'),
        Type.Literal('unknown'),
        Type.Literal('digest-differs'),
        Type.Literal('altered'),
      ],
      {
        description:
          '`superseded`: signed, but a newer version is; `unknown`: no signature has this code; `digest-differs`: the document at hand is another one; ' +
          '`altered`: what is stored is not what was signed',
      },
    ),
    report: nullable(Report),
  },
  { $id: 'ReportVerification', additionalProperties: false },
);
export type ReportVerification = Static<typeof ReportVerification>;
