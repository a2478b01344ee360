import { SignInOptions } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';

/** Tells the sign-in page what to offer. */
export const getSignInOptions: Endpoint = (app, { singleSignOn }) => {
  app.get(
    '/session/options',
    {
      schema: {
        operationId: 'getSignInOptions',
        tags: ['session'],
        summary: 'How people may sign in',
        response: { 200: json('The options', SignInOptions), ...problems([], 'public') },
      },
    },
    async () => ({ single_sign_on: singleSignOn !== null }),
  );
};
