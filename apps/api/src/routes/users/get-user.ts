import { User } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentUser } from '../../present/present-user.ts';

/** One user. */
export const getUser: Endpoint = (app, { users }) => {
  app.get(
    '/users/:id',
    {
      schema: {
        operationId: 'getUser',
        tags: ['users'],
        summary: 'One user',
        params: IdParams,
        response: { 200: json('The user', User), ...problems(['invalid-request', 'user-not-found']) },
      },
    },
    async (request) => presentUser(await users.get(request.params.id)),
  );
};
