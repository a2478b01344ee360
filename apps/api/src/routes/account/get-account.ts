import { Account } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { presentUser } from '../../present/present-user.ts';

/** The account of the one who asks. */
export const getAccount: Endpoint = (app, { users, secondFactors }) => {
  app.get(
    '/account',
    {
      schema: {
        operationId: 'getAccount',
        tags: ['account'],
        summary: 'The own account',
        response: { 200: json('The account', Account), ...problems([]) },
      },
    },
    async (request) => {
      const { user, session } = signedIn(request);
      const [account, status] = await Promise.all([users.get(user.id), secondFactors.status(user.id)]);
      return {
        user: presentUser(account),
        second_factor: {
          is_active: status.isActive,
          is_missing: session?.lacksSecondFactor ?? false,
          recovery_codes_left: status.recoveryCodesLeft,
        },
      };
    },
  );
};
