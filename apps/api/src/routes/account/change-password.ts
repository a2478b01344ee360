import { ChangePasswordRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { ownSession } from '../../http/own-session.ts';
import { noContent, problems } from '../../http/route-schema.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';

/** Change the own password. */
export const changePassword: Endpoint = (app, { users, signInGuard }) => {
  app.put(
    '/account/password',
    {
      schema: {
        operationId: 'changePassword',
        tags: ['account'],
        summary: 'Change the own password',
        description: 'Needs the present one. All other sessions of the account end; API keys stay.',
        body: ChangePasswordRequest,
        response: {
          204: noContent('Changed'),
          ...problems([
            ...BODY_PROBLEMS,
            'password-wrong',
            'password-unfit',
            'password-common',
            'no-password',
            'sign-in-locked',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { user, sessionId } = ownSession(request);
      const { current_password: current, new_password: next } = request.body;
      await signInGuard.attempt(user.username, request.ip, () =>
        users.changeOwnPassword(user.id, { current, next }, sessionId),
      );
      return reply.code(204).send(null);
    },
  );
};
