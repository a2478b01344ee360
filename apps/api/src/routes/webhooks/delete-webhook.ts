import type { Endpoint } from '../../api-instance.ts';
import { IfMatchHeaders, replacing } from '../../http/entity-tag.ts';
import { IdParams, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentWebhook } from '../../present/present-webhook.ts';

/** Tell a system no more. */
export const deleteWebhook: Endpoint = (app, { webhooks }) => {
  app.delete(
    '/webhooks/:id',
    {
      schema: {
        operationId: 'deleteWebhook',
        tags: ['webhooks'],
        summary: 'Tell a system no more; its deliveries are deleted, too',
        description: '`If-Match` is required.',
        params: IdParams,
        headers: IfMatchHeaders,
        response: {
          204: noContent('Deleted'),
          ...problems([
            'invalid-request',
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
      const mayReplace = replacing(request, presentWebhook);
      await webhooks.deleteWebhook(request.params.id, usernameOf(request), mayReplace);
      return reply.code(204).send(null);
    },
  );
};
