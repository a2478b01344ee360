import { Deployment, PageQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentDeployment } from '../../present/present-deployment.ts';
import { presentPage } from '../../present/present-page.ts';

/** The ledger, newest first. */
export const listDeployments: Endpoint = (app, { useCases }) => {
  app.get(
    '/deployments',
    {
      schema: {
        operationId: 'listDeployments',
        tags: ['models'],
        summary: 'Which model was in service from when on, newest first',
        querystring: PageQuery,
        response: {
          200: json('A page of the ledger', pageOf(Deployment)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      return presentPage(await useCases.listDeployments({ cursor, limit }), presentDeployment);
    },
  );
};
