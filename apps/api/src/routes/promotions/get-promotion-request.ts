import { PromotionRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentPromotionRequest } from '../../present/present-deployment.ts';

/** One promotion that was asked for. */
export const getPromotionRequest: Endpoint = (app, { useCases }) => {
  app.get(
    '/promotion-requests/:id',
    {
      schema: {
        operationId: 'getPromotionRequest',
        tags: ['models'],
        summary: 'One promotion that was asked for',
        params: IdParams,
        response: {
          200: json('The request', PromotionRequest),
          ...problems(['invalid-request', 'promotion-request-not-found']),
        },
      },
    },
    async (request) => presentPromotionRequest(await useCases.getPromotionRequest(request.params.id)),
  );
};
