import { ChangeUserRequest, User } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentUser } from '../../present/present-user.ts';

/** Change role or name of a user. */
export const changeUser: Endpoint = (app, { users }) => {
  app.patch(
    '/users/:id',
    {
      schema: {
        operationId: 'changeUser',
        tags: ['users'],
        summary: 'Change role or name of a user',
        description: 'Takes effect at the next request of the user.',
        params: IdParams,
        body: ChangeUserRequest,
        response: {
          200: json('The user', User),
          ...problems([...BODY_PROBLEMS, 'user-not-found', 'last-administrator']),
        },
      },
    },
    async (request) => {
      const { role, display_name: displayName } = request.body;
      return presentUser(await users.change(request.params.id, { role, displayName }, usernameOf(request)));
    },
  );
};
