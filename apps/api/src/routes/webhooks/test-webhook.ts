import { WebhookDelivery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentDelivery } from '../../present/present-webhook.ts';

/** Send a test event. */
export const testWebhook: Endpoint = (app, { webhooks, idempotency }) => {
  app.post(
    '/webhooks/:id/test',
    {
      schema: {
        operationId: 'testWebhook',
        tags: ['webhooks'],
        summary: 'Send the event `webhook.test` to this subscription',
        params: IdParams,
        headers: IdempotencyHeaders,
        response: {
          202: json('The delivery that waits', WebhookDelivery),
          ...problems([
            'invalid-request',
            'webhook-not-found',
            'idempotency-key-reused',
            'idempotency-key-in-use',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request, reply) =>
      idempotently(idempotency, request, reply, async () => {
        const delivery = await webhooks.testWebhook(request.params.id, usernameOf(request));
        const location = `/api/v1/webhook-deliveries/${delivery.id}`;
        return { status: 202, location, body: presentDelivery(delivery) };
      }),
  );
};
