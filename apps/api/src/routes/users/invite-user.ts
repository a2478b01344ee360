import { InvitedUser, InviteUserRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentLink, presentUser } from '../../present/present-user.ts';

/** Invite a user. */
export const inviteUser: Endpoint = (app, { users }) => {
  app.post(
    '/users',
    {
      schema: {
        operationId: 'inviteUser',
        tags: ['users'],
        summary: 'Invite a user',
        description:
          'Makes the user and a link that sets the first password. The link works once, for seven days; hand it over yourself, no mail is sent.',
        body: InviteUserRequest,
        response: {
          201: json('The user and the link', InvitedUser),
          ...problems([...BODY_PROBLEMS, 'username-invalid', 'username-taken']),
        },
      },
    },
    async (request, reply) => {
      const { username, display_name: displayName, role } = request.body;
      const { user, link } = await users.invite({ username, displayName, role }, usernameOf(request));
      return reply.code(201).send({ user: presentUser(user), link: presentLink(link) });
    },
  );
};
