import { CreateApiKeyRequest, CreatedApiKey } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentApiKey } from '../../present/present-user.ts';

/** Make an API key. */
export const createApiKey: Endpoint = (app, { apiKeys }) => {
  app.post(
    '/account/api-keys',
    {
      schema: {
        operationId: 'createApiKey',
        tags: ['account'],
        summary: 'Make an API key',
        description:
          'The secret is shown only now. A key may do what its scopes say, and never more than its owner may at that moment.',
        body: CreateApiKeyRequest,
        response: {
          201: json('The key and its secret', CreatedApiKey),
          ...problems([...BODY_PROBLEMS, 'key-expiry-invalid', 'too-many-keys']),
        },
      },
    },
    async (request, reply) => {
      const { user } = signedIn(request);
      const { name, scopes, expires_in_days: days = 90 } = request.body;
      const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
      const { key, secret } = await apiKeys.create(user.id, { name, scopes, expiresAt }, user.username);
      return reply.code(201).send({ key: presentApiKey(key), secret });
    },
  );
};
