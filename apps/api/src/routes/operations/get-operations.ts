import { Operations } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentOperations } from '../../present/present-operations.ts';

/** How the installation stands. */
export const getOperations: Endpoint = (app, { readOperations }) => {
  app.get(
    '/operations',
    {
      schema: {
        operationId: 'getOperations',
        tags: ['operations'],
        summary: 'How the installation stands: components, queue, storage, backups, versions',
        description:
          'For whoever runs it, and cheap enough to be asked every few seconds: a handful of statements, none of which reads large tables. What is costly to find out (what is stored, whether the audit trail is intact) was found out by a worker, and the answer says when. An answer comes as long as the database does; `/readyz` needs no sign-in and tells of that, too.',
        response: { 200: json('How it stands now', Operations), ...problems([]) },
      },
    },
    async () => presentOperations(await readOperations()),
  );
};
