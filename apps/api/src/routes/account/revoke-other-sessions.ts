import type { Endpoint } from '../../api-instance.ts';
import { ownSession } from '../../http/own-session.ts';
import { noContent, problems } from '../../http/route-schema.ts';

/** End all own sessions but this one. */
export const revokeOtherSessions: Endpoint = (app, { users }) => {
  app.delete(
    '/account/sessions',
    {
      schema: {
        operationId: 'revokeOtherSessions',
        tags: ['account'],
        summary: 'End all own sessions but this one',
        response: { 204: noContent('Ended'), ...problems(['cross-site-request']) },
      },
    },
    async (request, reply) => {
      const { user, sessionId } = ownSession(request);
      await users.revokeSessions(user.id, sessionId, user.username);
      return reply.code(204).send(null);
    },
  );
};
