import { LinkHolder, RedeemLinkRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentLinkHolder } from '../../present/present-user.ts';

/** Set a password by a one-time link. */
export const redeemOneTimeLink: Endpoint = (app, { users }) => {
  app.post(
    '/one-time-links/redeem',
    {
      schema: {
        operationId: 'redeemOneTimeLink',
        tags: ['account'],
        summary: 'Set a password by a one-time link',
        description: 'Uses the link up and ends all sessions of the user. Sign in afterwards.',
        body: RedeemLinkRequest,
        response: {
          200: json('Whose password was set', LinkHolder),
          ...problems([...BODY_PROBLEMS, 'link-invalid', 'password-unfit', 'password-common'], 'public'),
        },
      },
    },
    async (request) => presentLinkHolder(await users.redeemLink(request.body.token, request.body.password)),
  );
};
