import { WebhookDelivery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdempotencyHeaders, idempotently } from '../../http/idempotently.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentDelivery } from '../../present/present-webhook.ts';

/** Deliver once more. */
export const redeliverWebhook: Endpoint = (app, { webhooks, idempotency }) => {
  app.post(
    '/webhook-deliveries/:id/redeliver',
    {
      schema: {
        operationId: 'redeliverWebhook',
        tags: ['webhooks'],
        summary: 'Deliver once more, whatever came of it before',
        description: 'With the same identifier and the same bytes, and a fresh day of attempts.',
        params: IdParams,
        headers: IdempotencyHeaders,
        response: {
          202: json('The delivery that waits', WebhookDelivery),
          ...problems([
            'invalid-request',
            'webhook-delivery-not-found',
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
        const delivery = await webhooks.redeliver(request.params.id, usernameOf(request));
        return { status: 202, location: null, body: presentDelivery(delivery) };
      }),
  );
};
