import type { Endpoint } from '../../api-instance.ts';
import { noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { UserKeyParams } from '../../http/user-params.ts';

/** Revoke an API key of a user. */
export const revokeUserApiKey: Endpoint = (app, { apiKeys }) => {
  app.delete(
    '/users/:id/api-keys/:keyId',
    {
      schema: {
        operationId: 'revokeUserApiKey',
        tags: ['users'],
        summary: 'Revoke an API key of a user',
        params: UserKeyParams,
        response: {
          204: noContent('Revoked'),
          ...problems(['invalid-request', 'user-not-found', 'key-not-found', 'cross-site-request']),
        },
      },
    },
    async (request, reply) => {
      await apiKeys.revoke(request.params.id, request.params.keyId, usernameOf(request));
      return reply.code(204).send(null);
    },
  );
};
