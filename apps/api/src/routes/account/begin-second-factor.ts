import { ConfirmWithPassword, SecondFactorOffer } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';

/** Begin to set up a second factor. */
export const beginSecondFactor: Endpoint = (app, { secondFactors, signInGuard }) => {
  app.post(
    '/account/second-factor',
    {
      schema: {
        operationId: 'beginSecondFactor',
        tags: ['account'],
        summary: 'Begin to set up a second factor',
        description:
          'Answers with a secret for an authenticator. It works only after its first code was confirmed; asking again makes another secret.',
        body: ConfirmWithPassword,
        response: {
          200: json('What the authenticator needs', SecondFactorOffer),
          ...problems([
            ...BODY_PROBLEMS,
            'password-wrong',
            'no-password',
            'second-factor-active',
            'sign-in-locked',
          ]),
        },
      },
    },
    async (request) => {
      const { user } = signedIn(request);
      const offer = await signInGuard.attempt(user.username, request.ip, () =>
        secondFactors.begin(user.id, request.body.current_password),
      );
      return { secret: offer.secret, otpauth_uri: offer.otpauthUri, qr_svg: offer.qrSvg };
    },
  );
};
