import { WebhookWithSecret } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentWebhook } from '../../present/present-webhook.ts';

/** A new secret. */
export const rotateWebhookSecret: Endpoint = (app, { webhooks }) => {
  app.post(
    '/webhooks/:id/rotate-secret',
    {
      schema: {
        operationId: 'rotateWebhookSecret',
        tags: ['webhooks'],
        summary: 'Sign with a new secret',
        description:
          'For 24 hours events are signed with the old secret, too, so that the receiver can change over.',
        params: IdParams,
        response: {
          200: json('The subscription with its new secret', WebhookWithSecret),
          ...problems([
            'invalid-request',
            'webhook-not-found',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request) => {
      const { subscription, secret } = await webhooks.rotateWebhookSecret(
        request.params.id,
        usernameOf(request),
      );
      return { ...presentWebhook(subscription), secret };
    },
  );
};
