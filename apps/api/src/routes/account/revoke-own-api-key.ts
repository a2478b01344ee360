import type { Endpoint } from '../../api-instance.ts';
import { noContent, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { KeyParams } from '../../http/user-params.ts';

/** Revoke one of the own API keys. */
export const revokeOwnApiKey: Endpoint = (app, { apiKeys }) => {
  app.delete(
    '/account/api-keys/:keyId',
    {
      schema: {
        operationId: 'revokeOwnApiKey',
        tags: ['account'],
        summary: 'Revoke one of the own API keys',
        params: KeyParams,
        response: {
          204: noContent('Revoked'),
          ...problems(['invalid-request', 'key-not-found', 'cross-site-request']),
        },
      },
    },
    async (request, reply) => {
      const { user } = signedIn(request);
      await apiKeys.revoke(user.id, request.params.keyId, user.username);
      return reply.code(204).send(null);
    },
  );
};
