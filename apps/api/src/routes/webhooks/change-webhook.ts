import { ChangeWebhookRequest, Webhook } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentWebhook } from '../../present/present-webhook.ts';

/** Change a subscription, or turn it off. */
export const changeWebhook: Endpoint = (app, { webhooks }) => {
  app.patch(
    '/webhooks/:id',
    {
      schema: {
        operationId: 'changeWebhook',
        tags: ['webhooks'],
        summary: 'Change a subscription, or turn it off',
        description: 'Only the fields that are sent change. While it is off its deliveries wait.',
        params: IdParams,
        body: ChangeWebhookRequest,
        response: {
          200: json('The subscription as it is now', Webhook),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'webhook-url-refused',
            'webhook-not-found',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request) => {
      const { url, event_types: eventTypes, description, is_enabled: isEnabled } = request.body;
      const change = { url, eventTypes, description, isEnabled };
      return presentWebhook(await webhooks.changeWebhook(request.params.id, change, usernameOf(request)));
    },
  );
};
