import { pageOf, User, UserQuery } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentPage } from '../../present/present-page.ts';
import { presentUser } from '../../present/present-user.ts';

/** All users, by user name. */
export const listUsers: Endpoint = (app, { users }) => {
  app.get(
    '/users',
    {
      schema: {
        operationId: 'listUsers',
        tags: ['users'],
        summary: 'All users, by user name',
        querystring: UserQuery,
        response: {
          200: json('A page of users', pageOf(User)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      return presentPage(await users.list({ cursor, limit }), presentUser);
    },
  );
};
