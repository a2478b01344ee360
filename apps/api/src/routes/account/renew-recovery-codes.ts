import { ConfirmWithPassword, RecoveryCodes } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';

/** Make fresh recovery codes. */
export const renewRecoveryCodes: Endpoint = (app, { secondFactors, signInGuard }) => {
  app.post(
    '/account/recovery-codes',
    {
      schema: {
        operationId: 'renewRecoveryCodes',
        tags: ['account'],
        summary: 'Make fresh recovery codes',
        description: 'Those before stop working.',
        body: ConfirmWithPassword,
        response: {
          200: json('Recovery codes', RecoveryCodes),
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
    async (request) => {
      const { user } = signedIn(request);
      const codes = await signInGuard.attempt(user.username, request.ip, () =>
        secondFactors.renewRecoveryCodes(user.id, request.body.current_password),
      );
      return { codes: [...codes] };
    },
  );
};
