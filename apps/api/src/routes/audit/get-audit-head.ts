import { AuditHead } from '@mlmcsc/contracts';
import { auditGenesis } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';

/** The newest entry of the trail, to be kept elsewhere. */
export const getAuditHead: Endpoint = (app, { useCases }) => {
  app.get(
    '/audit/head',
    {
      schema: {
        operationId: 'getAuditHead',
        tags: ['audit'],
        summary: 'Position and hash of the newest entry',
        description:
          'Keep it outside this system; `mlmcsc audit verify --expect-head` proves later that nothing up to here was cut off or rewritten.',
        response: { 200: json('The head', AuditHead), ...problems([]) },
      },
    },
    async () => (await useCases.auditHead()) ?? { position: 0, hash: auditGenesis },
  );
};
