import type { Endpoint } from '../../api-instance.ts';
import { noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { UserSessionParams } from '../../http/user-params.ts';

/** End a session of a user. */
export const revokeUserSession: Endpoint = (app, { users }) => {
  app.delete(
    '/users/:id/sessions/:sessionId',
    {
      schema: {
        operationId: 'revokeUserSession',
        tags: ['users'],
        summary: 'End a session of a user',
        params: UserSessionParams,
        response: {
          204: noContent('Ended'),
          ...problems(['invalid-request', 'user-not-found', 'session-not-found', 'cross-site-request']),
        },
      },
    },
    async (request, reply) => {
      await users.revokeSession(request.params.id, request.params.sessionId, usernameOf(request));
      return reply.code(204).send(null);
    },
  );
};
