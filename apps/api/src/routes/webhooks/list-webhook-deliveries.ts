import { pageOf, WebhookDelivery, WebhookDeliveryQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentPage } from '../../present/present-page.ts';
import { presentDelivery } from '../../present/present-webhook.ts';

/** What a system was told. */
export const listWebhookDeliveries: Endpoint = (app, { webhooks }) => {
  app.get(
    '/webhooks/:id/deliveries',
    {
      schema: {
        operationId: 'listWebhookDeliveries',
        tags: ['webhooks'],
        summary: 'What a system was told, newest first',
        params: IdParams,
        querystring: WebhookDeliveryQuery,
        response: {
          200: json('A page of deliveries', pageOf(WebhookDelivery)),
          ...problems(['invalid-request', 'cursor-invalid', 'webhook-not-found']),
        },
      },
    },
    async (request) => {
      const { state, cursor, limit = 50 } = request.query;
      return presentPage(
        await webhooks.listDeliveries(request.params.id, state, { cursor, limit }),
        presentDelivery,
      );
    },
  );
};
