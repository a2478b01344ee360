import type { SignInMethod } from '@mlmcsc/core';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';

interface IssueSessionBody {
  readonly userId: string;
  readonly method: SignInMethod;
}

/** Lets the server, and nobody over HTTP, start a session for a user whom it has identified, and set its cookie. */
export const issueSession = {
  id: 'mlmcsc-issue-session',
  endpoints: {
    issueSession: createAuthEndpoint.serverOnly(
      { method: 'POST', metadata: { $Infer: { body: {} as IssueSessionBody } } },
      async (ctx) => {
        const { userId, method } = ctx.body as IssueSessionBody;
        const user = await ctx.context.internalAdapter.findUserById(userId);
        if (user === null) throw new Error('a session cannot be made for a user who does not exist');
        const session = await ctx.context.internalAdapter.createSession(userId, false, { method });
        await setSessionCookie(ctx, { session, user });
        return null;
      },
    ),
  },
} satisfies BetterAuthPlugin;
