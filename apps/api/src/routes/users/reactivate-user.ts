import { User } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentUser } from '../../present/present-user.ts';

/** Give a user the access back. */
export const reactivateUser: Endpoint = (app, { users }) => {
  app.post(
    '/users/:id/reactivate',
    {
      schema: {
        operationId: 'reactivateUser',
        tags: ['users'],
        summary: 'Give a user the access back',
        description: 'Revoked API keys stay revoked.',
        params: IdParams,
        response: {
          200: json('The user', User),
          ...problems(['invalid-request', 'user-not-found', 'cross-site-request']),
        },
      },
    },
    async (request) => presentUser(await users.reactivate(request.params.id, usernameOf(request))),
  );
};
