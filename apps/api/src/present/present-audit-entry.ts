import type { AuditEntry } from '@mlmcsc/contracts';
import type { AuditRecord } from '@mlmcsc/core';

/** An entry of the audit trail as the API shows it. */
export const presentAuditEntry = (record: AuditRecord): AuditEntry => ({
  position: record.position,
  at: record.at.toISOString(),
  action: record.action,
  actor: {
    kind: record.actorKind,
    person: record.actor,
    name: record.actorName,
    api_key: record.actorKey,
    address: record.address,
  },
  subject:
    record.subjectKind === null || record.subjectId === null
      ? null
      : { kind: record.subjectKind, id: record.subjectId, name: record.subjectName },
  request_id: record.requestId,
  details: { ...record.details },
  hash: record.hash,
});
