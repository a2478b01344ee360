import { ApiKey, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { presentApiKey } from '../../present/present-user.ts';

/** The own API keys. */
export const listOwnApiKeys: Endpoint = (app, { apiKeys }) => {
  app.get(
    '/account/api-keys',
    {
      schema: {
        operationId: 'listOwnApiKeys',
        tags: ['account'],
        summary: 'The own API keys',
        response: {
          200: json('All keys that were not revoked, newest first', pageOf(ApiKey)),
          ...problems([]),
        },
      },
    },
    async (request) => {
      const keys = await apiKeys.list(signedIn(request).user.id);
      return { items: keys.map(presentApiKey), next_cursor: null };
    },
  );
};
