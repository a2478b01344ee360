import type { Endpoint } from '../../api-instance.ts';
import { IdParams, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** Tell a system no more. */
export const deleteWebhook: Endpoint = (app, { webhooks }) => {
  app.delete(
    '/webhooks/:id',
    {
      schema: {
        operationId: 'deleteWebhook',
        tags: ['webhooks'],
        summary: 'Tell a system no more; its deliveries are deleted, too',
        params: IdParams,
        response: {
          204: noContent('Deleted'),
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
      await webhooks.deleteWebhook(request.params.id, usernameOf(request));
      return reply.code(204).send(null);
    },
  );
};
