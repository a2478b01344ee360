import { ChangeWebhookRequest, Webhook } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IfMatchHeaders, replacing, tagged } from '../../http/entity-tag.ts';
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
        description:
          '`If-Match` is required. Only the fields that are sent change. While it is off its deliveries wait.',
        params: IdParams,
        headers: IfMatchHeaders,
        body: ChangeWebhookRequest,
        response: {
          200: json('The subscription as it is now', Webhook),
          ...problems([
            'invalid-request',
            'malformed-body',
            'body-too-large',
            'webhook-url-refused',
            'webhook-not-found',
            'precondition-failed',
            'precondition-required',
            'cross-site-request',
            'unsupported-media-type',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { url, event_types: eventTypes, description, is_enabled: isEnabled } = request.body;
      const change = { url, eventTypes, description, isEnabled };
      const mayReplace = replacing(request, presentWebhook);
      const changed = await webhooks.changeWebhook(
        request.params.id,
        change,
        usernameOf(request),
        mayReplace,
      );
      return tagged(reply, presentWebhook(changed));
    },
  );
};
