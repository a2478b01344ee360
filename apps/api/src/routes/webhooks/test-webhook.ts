import { WebhookDelivery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentDelivery } from '../../present/present-webhook.ts';

/** Send a test event. */
export const testWebhook: Endpoint = (app, { webhooks }) => {
  app.post(
    '/webhooks/:id/test',
    {
      schema: {
        operationId: 'testWebhook',
        tags: ['webhooks'],
        summary: 'Send the event `webhook.test` to this subscription',
        params: IdParams,
        response: {
          202: json('The delivery that waits', WebhookDelivery),
          ...problems([
            'invalid-request',
            'webhook-not-found',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request, reply) => {
      const delivery = await webhooks.testWebhook(request.params.id, usernameOf(request));
      return reply
        .code(202)
        .header('location', `/api/v1/webhook-deliveries/${delivery.id}`)
        .send(presentDelivery(delivery));
    },
  );
};
