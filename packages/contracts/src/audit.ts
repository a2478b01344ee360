import { type Static, Type } from 'typebox';
import { Instant, nullable, PageQuery, Sha256 } from './common.ts';

/** One entry of the audit trail; `hash` covers it and all entries before it. */
export const AuditEntry = Type.Object(
  {
    position: Type.Integer({ minimum: 1, description: 'Without gaps, in the order of commits' }),
    at: Instant,
    action: Type.String({ description: 'Dotted name, e.g. `label.submitted`' }),
    actor: Type.Object(
      {
        kind: Type.Union([
          Type.Literal('user'),
          Type.Literal('api-key'),
          Type.Literal('system'),
          Type.Literal('anonymous'),
        ]),
        person: nullable(
          Type.String({ description: 'Pseudonym of the person; stays when the name is erased' }),
        ),
        name: nullable(Type.String({ description: 'User name; null when there is none, or it is erased' })),
        api_key: nullable(Type.String({ description: 'Identifier of the API key that was used' })),
        address: nullable(Type.String({ description: 'Network address; erased with the person' })),
      },
      { additionalProperties: false },
    ),
    subject: nullable(
      Type.Object(
        {
          kind: Type.String({ description: 'e.g. `analysis`, `job`, `model`, `user`' }),
          id: Type.String({ description: 'Identifier; of a user the pseudonym' }),
          name: nullable(Type.String({ description: 'User name, when the subject is a user' })),
        },
        { additionalProperties: false },
      ),
    ),
    request_id: nullable(Type.String()),
    details: Type.Record(Type.String(), Type.Unknown(), { description: 'Depends on the action' }),
    hash: Sha256,
  },
  { $id: 'AuditEntry', additionalProperties: false },
);
export type AuditEntry = Static<typeof AuditEntry>;

const auditFilters = {
  action: Type.Optional(Type.String({ maxLength: 100 })),
  actor: Type.Optional(Type.String({ maxLength: 100, description: 'User name or pseudonym' })),
  subject_kind: Type.Optional(Type.String({ maxLength: 100 })),
  subject_id: Type.Optional(
    Type.String({ maxLength: 200, description: 'Of a user: user name or pseudonym' }),
  ),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
};
const AuditFilterQuery = Type.Object(auditFilters, { additionalProperties: false });
/** Filters of the audit trail; all combine with AND. */
export type AuditFilterQuery = Static<typeof AuditFilterQuery>;

export const AuditQuery = Type.Object(
  { ...auditFilters, ...PageQuery.properties },
  { additionalProperties: false },
);
export type AuditQuery = Static<typeof AuditQuery>;

export const AuditExportQuery = Type.Object(
  {
    format: Type.Union([Type.Literal('ndjson'), Type.Literal('csv')], {
      description: '`ndjson`: the whole trail, verifiable; `csv`: a table of what the filters leave',
    }),
    ...auditFilters,
  },
  { additionalProperties: false },
);
export type AuditExportQuery = Static<typeof AuditExportQuery>;

export const AuditVerificationQuery = Type.Object(
  {
    expected_hash: Type.Optional(
      Type.String({
        pattern: '^[0-9a-f]{64}$',
        description: 'Hash of a head kept elsewhere: it must still be part of the trail',
      }),
    ),
  },
  { additionalProperties: false },
);
export type AuditVerificationQuery = Static<typeof AuditVerificationQuery>;

/** The newest entry. Kept elsewhere, its hash makes a cut-off or rewritten trail show. */
export const AuditHead = Type.Object(
  {
    position: Type.Integer({ minimum: 0, description: '0 while nothing is recorded' }),
    hash: Sha256,
  },
  { $id: 'AuditHead', additionalProperties: false },
);
export type AuditHead = Static<typeof AuditHead>;

/** What recomputing the chain of hashes found. */
export const AuditVerification = Type.Object(
  {
    is_unbroken: Type.Boolean(),
    entries: Type.Integer({ minimum: 0, description: 'As they were written, from the first on' }),
    erased: Type.Integer({ minimum: 0, description: 'Names or addresses that were erased' }),
    head: nullable(
      Type.Object(
        { position: Type.Integer({ minimum: 1 }), hash: Sha256 },
        { additionalProperties: false, description: 'The last of these entries' },
      ),
    ),
    broken: nullable(
      Type.Object(
        { position: Type.Integer({ minimum: 1 }), reason: Type.String() },
        { additionalProperties: false, description: 'The first place that is not what was written' },
      ),
    ),
  },
  { $id: 'AuditVerification', additionalProperties: false },
);
export type AuditVerification = Static<typeof AuditVerification>;
