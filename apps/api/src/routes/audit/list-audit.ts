import { AuditEntry, AuditQuery, pageOf } from '@mlmcsc/contracts';
import { InvalidInput } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentAuditEntry } from '../../present/present-audit-entry.ts';
import { presentPage } from '../../present/present-page.ts';

/** Who did what, newest first. */
export const listAudit: Endpoint = (app, { useCases }) => {
  app.get(
    '/audit',
    {
      schema: {
        operationId: 'listAudit',
        tags: ['audit'],
        summary: 'The audit trail, newest first',
        description:
          'Append-only; every entry carries a hash over itself and the entry before it. `mlmcsc audit verify` recomputes the chain.',
        querystring: AuditQuery,
        response: {
          200: json('A page of the trail', pageOf(AuditEntry)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50, action, actor, subject_kind, subject_id, from, to } = request.query;
      if (from !== undefined && to !== undefined && new Date(from) > new Date(to)) {
        throw new InvalidInput('invalid-request', '`from` is later than `to`.');
      }
      const filter = {
        action,
        actor,
        subjectKind: subject_kind,
        subjectId: subject_id,
        from: from === undefined ? undefined : new Date(from),
        to: to === undefined ? undefined : new Date(to),
      };
      return presentPage(await useCases.listAudit(filter, { cursor, limit }), presentAuditEntry);
    },
  );
};
