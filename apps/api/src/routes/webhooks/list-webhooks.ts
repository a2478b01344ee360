import { WebhookList } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentWebhook } from '../../present/present-webhook.ts';

/** Which systems are told. */
export const listWebhooks: Endpoint = (app, { webhooks }) => {
  app.get(
    '/webhooks',
    {
      schema: {
        operationId: 'listWebhooks',
        tags: ['webhooks'],
        summary: 'Which systems are told of events',
        response: { 200: json('All subscriptions, newest first', WebhookList), ...problems([]) },
      },
    },
    async () => ({ items: (await webhooks.listWebhooks()).map(presentWebhook) }),
  );
};
