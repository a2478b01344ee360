import type { Endpoint } from '../../api-instance.ts';
import { noContent, problems } from '../../http/route-schema.ts';
import { signedIn, usernameOf } from '../../http/signed-in.ts';
import { SessionParams } from '../../http/user-params.ts';

/** End one of the own sessions. */
export const revokeOwnSession: Endpoint = (app, { users }) => {
  app.delete(
    '/account/sessions/:sessionId',
    {
      schema: {
        operationId: 'revokeOwnSession',
        tags: ['account'],
        summary: 'End one of the own sessions',
        params: SessionParams,
        response: {
          204: noContent('Ended'),
          ...problems(['invalid-request', 'session-not-found', 'cross-site-request']),
        },
      },
    },
    async (request, reply) => {
      const { user } = signedIn(request);
      await users.revokeSession(user.id, request.params.sessionId, usernameOf(request));
      return reply.code(204).send(null);
    },
  );
};
