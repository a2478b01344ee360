import { CreateWebhookRequest, WebhookWithSecret } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentWebhook } from '../../present/present-webhook.ts';

/** Tell another system of events. */
export const createWebhook: Endpoint = (app, { webhooks }) => {
  app.post(
    '/webhooks',
    {
      schema: {
        operationId: 'createWebhook',
        tags: ['webhooks'],
        summary: 'Tell another system of events',
        description:
          'The secret is shown only in this answer. Each event is delivered at least once, signed after the Standard Webhooks convention; see docs/how-to/receive-webhooks.md.',
        body: CreateWebhookRequest,
        response: {
          201: json('The subscription with its secret; `Location` names it', WebhookWithSecret),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'webhook-url-refused',
            'webhooks-too-many',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { url, event_types: eventTypes, description } = request.body;
      const username = usernameOf(request);
      const { subscription, secret } = await webhooks.createWebhook({
        url,
        eventTypes,
        description,
        username,
      });
      return reply
        .code(201)
        .header('location', `/api/v1/webhooks/${subscription.id}`)
        .send({ ...presentWebhook(subscription), secret });
    },
  );
};
