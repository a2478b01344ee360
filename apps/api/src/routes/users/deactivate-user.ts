import { User } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentUser } from '../../present/present-user.ts';

/** Take the access from a user. */
export const deactivateUser: Endpoint = (app, { users }) => {
  app.post(
    '/users/:id/deactivate',
    {
      schema: {
        operationId: 'deactivateUser',
        tags: ['users'],
        summary: 'Take the access from a user',
        description: 'Sessions, API keys and links of the user die at once; what the user did stays.',
        params: IdParams,
        response: {
          200: json('The user', User),
          ...problems(['invalid-request', 'user-not-found', 'last-administrator', 'cross-site-request']),
        },
      },
    },
    async (request) => presentUser(await users.deactivate(request.params.id, usernameOf(request))),
  );
};
