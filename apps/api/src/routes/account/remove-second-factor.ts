import { ConfirmWithPassword } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { noContent, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';

/** Switch the own second factor off. */
export const removeSecondFactor: Endpoint = (app, { secondFactors, signInGuard }) => {
  app.post(
    '/account/second-factor/remove',
    {
      schema: {
        operationId: 'removeSecondFactor',
        tags: ['account'],
        summary: 'Switch the own second factor off',
        description: 'Where the role demands one, another must be set up before anything else works.',
        body: ConfirmWithPassword,
        response: {
          204: noContent('Off'),
          ...problems([
            ...BODY_PROBLEMS,
            'password-wrong',
            'no-password',
            'second-factor-inactive',
            'sign-in-locked',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { user } = signedIn(request);
      await signInGuard.attempt(user.username, request.ip, () =>
        secondFactors.remove(user.id, request.body.current_password),
      );
      return reply.code(204).send(null);
    },
  );
};
