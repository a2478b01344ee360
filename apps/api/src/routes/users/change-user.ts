import { ChangeUserRequest, User } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IfMatchHeaders, replacing, tagged } from '../../http/entity-tag.ts';
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
        description: '`If-Match` is required. Takes effect at the next request of the user.',
        params: IdParams,
        headers: IfMatchHeaders,
        body: ChangeUserRequest,
        response: {
          200: json('The user', User),
          ...problems([
            ...BODY_PROBLEMS,
            'user-not-found',
            'last-administrator',
            'precondition-failed',
            'precondition-required',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { role, display_name: displayName } = request.body;
      const mayReplace = replacing(request, presentUser);
      const change = { role, displayName };
      const user = await users.change(request.params.id, change, usernameOf(request), mayReplace);
      return tagged(reply, presentUser(user));
    },
  );
};
