import type { Endpoint } from '../../api-instance.ts';
import { IdParams, noContent, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** Take away the second factor of a user. */
export const resetSecondFactor: Endpoint = (app, { secondFactors }) => {
  app.delete(
    '/users/:id/second-factor',
    {
      schema: {
        operationId: 'resetSecondFactor',
        tags: ['users'],
        summary: 'Take away the second factor of a user',
        description: 'For a lost telephone. The user is signed out everywhere.',
        params: IdParams,
        response: {
          204: noContent('Taken away'),
          ...problems(['invalid-request', 'user-not-found', 'cross-site-request']),
        },
      },
    },
    async (request, reply) => {
      await secondFactors.reset(request.params.id, usernameOf(request));
      return reply.code(204).send(null);
    },
  );
};
