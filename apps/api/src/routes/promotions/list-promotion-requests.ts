import { PageQuery, PromotionRequest, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentPromotionRequest } from '../../present/present-deployment.ts';
import { presentPage } from '../../present/present-page.ts';

/** Promotions that two persons decide about. */
export const listPromotionRequests: Endpoint = (app, { useCases }) => {
  app.get(
    '/promotion-requests',
    {
      schema: {
        operationId: 'listPromotionRequests',
        tags: ['models'],
        summary: 'Promotions that were asked for, newest first',
        querystring: PageQuery,
        response: {
          200: json('A page of requests', pageOf(PromotionRequest)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      return presentPage(await useCases.listPromotionRequests({ cursor, limit }), presentPromotionRequest);
    },
  );
};
