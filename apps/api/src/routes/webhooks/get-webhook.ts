import { Webhook } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentWebhook } from '../../present/present-webhook.ts';

/** One subscription. */
export const getWebhook: Endpoint = (app, { webhooks }) => {
  app.get(
    '/webhooks/:id',
    {
      schema: {
        operationId: 'getWebhook',
        tags: ['webhooks'],
        summary: 'One subscription',
        params: IdParams,
        response: {
          200: json('The subscription', Webhook),
          ...problems(['invalid-request', 'webhook-not-found']),
        },
      },
    },
    async (request) => presentWebhook(await webhooks.getWebhook(request.params.id)),
  );
};
