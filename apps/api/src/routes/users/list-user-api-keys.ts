import { ApiKey, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentApiKey } from '../../present/present-user.ts';

/** The API keys of a user. */
export const listUserApiKeys: Endpoint = (app, { apiKeys }) => {
  app.get(
    '/users/:id/api-keys',
    {
      schema: {
        operationId: 'listUserApiKeys',
        tags: ['users'],
        summary: 'The API keys of a user',
        params: IdParams,
        response: {
          200: json('All keys that were not revoked, newest first', pageOf(ApiKey)),
          ...problems(['invalid-request', 'user-not-found']),
        },
      },
    },
    async (request) => {
      const keys = await apiKeys.list(request.params.id);
      return { items: keys.map(presentApiKey), next_cursor: null };
    },
  );
};
