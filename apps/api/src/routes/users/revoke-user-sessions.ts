import type { Endpoint } from '../../api-instance.ts';
import { IdParams, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** End all sessions of a user. */
export const revokeUserSessions: Endpoint = (app, { users }) => {
  app.delete(
    '/users/:id/sessions',
    {
      schema: {
        operationId: 'revokeUserSessions',
        tags: ['users'],
        summary: 'End all sessions of a user',
        params: IdParams,
        response: {
          204: noContent('Ended'),
          ...problems(['invalid-request', 'user-not-found', 'cross-site-request']),
        },
      },
    },
    async (request, reply) => {
      await users.revokeSessions(request.params.id, null, usernameOf(request));
      return reply.code(204).send(null);
    },
  );
};
