import type { AuditFilterQuery } from '@mlmcsc/contracts';
import { type AuditFilter, InvalidInput } from '@mlmcsc/core';

/** @throws InvalidInput `invalid-request` for a span of time that ends before it begins */
export function toAuditFilter({
  action,
  actor,
  subject_kind: subjectKind,
  subject_id: subjectId,
  from,
  to,
}: AuditFilterQuery): AuditFilter {
  if (from !== undefined && to !== undefined && new Date(from) > new Date(to)) {
    throw new InvalidInput('invalid-request', '`from` is later than `to`.');
  }
  return {
    ...{ action, actor, subjectKind, subjectId },
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}
