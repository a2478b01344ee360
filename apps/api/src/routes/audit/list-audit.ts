import { AuditEntry, AuditQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentAuditEntry } from '../../present/present-audit-entry.ts';
import { presentPage } from '../../present/present-page.ts';
import { toAuditFilter } from './audit-filter.ts';

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
      const { cursor, limit = 50, ...filter } = request.query;
      return presentPage(
        await useCases.listAudit(toAuditFilter(filter), { cursor, limit }),
        presentAuditEntry,
      );
    },
  );
};
