import { ConfirmSecondFactorRequest, RecoveryCodes } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { ownSession } from '../../http/own-session.ts';
import { json, problems } from '../../http/route-schema.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';

/** Switch the second factor on. */
export const confirmSecondFactor: Endpoint = (app, { secondFactors, signInGuard }) => {
  app.post(
    '/account/second-factor/confirm',
    {
      schema: {
        operationId: 'confirmSecondFactor',
        tags: ['account'],
        summary: 'Switch the second factor on',
        description:
          'With the first code of the authenticator. All other sessions of the account end. The recovery codes are shown only now.',
        body: ConfirmSecondFactorRequest,
        response: {
          200: json('Recovery codes', RecoveryCodes),
          ...problems([
            ...BODY_PROBLEMS,
            'second-factor-wrong',
            'second-factor-active',
            'second-factor-not-begun',
            'sign-in-locked',
          ]),
        },
      },
    },
    async (request) => {
      const { user, sessionId } = ownSession(request);
      const codes = await signInGuard.attempt(user.username, request.ip, () =>
        secondFactors.confirm(user.id, request.body.code, sessionId),
      );
      return { codes: [...codes] };
    },
  );
};
