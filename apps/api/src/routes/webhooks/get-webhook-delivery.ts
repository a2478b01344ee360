import { WebhookDeliveryDetail } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentDeliveryDetail } from '../../present/present-webhook.ts';

/** One delivery with its attempts. */
export const getWebhookDelivery: Endpoint = (app, { webhooks }) => {
  app.get(
    '/webhook-deliveries/:id',
    {
      schema: {
        operationId: 'getWebhookDelivery',
        tags: ['webhooks'],
        summary: 'One delivery with every attempt',
        params: IdParams,
        response: {
          200: json('The delivery', WebhookDeliveryDetail),
          ...problems(['invalid-request', 'webhook-delivery-not-found']),
        },
      },
    },
    async (request) => {
      const { delivery, attempts } = await webhooks.getDelivery(request.params.id);
      return presentDeliveryDetail(delivery, attempts);
    },
  );
};
