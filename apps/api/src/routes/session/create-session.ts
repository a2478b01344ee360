import { Session, SignInRequest } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { auditRefusal, auditSignIn } from '../../http/audit-sign-in.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentSession } from '../../present/present-session.ts';

/** Signs in: checks the password and sets the session cookie. */
export const createSession: Endpoint = (app, { authenticator, signInGuard, store }) => {
  app.post(
    '/session',
    {
      schema: {
        operationId: 'createSession',
        tags: ['session'],
        summary: 'Sign in',
        description:
          'Sets an HttpOnly session cookie. Users with a second factor are asked for its code (`second-factor-required`): repeat the request with it. Repeated failures for a user name from one address are refused for a while.',
        body: SignInRequest,
        response: {
          201: json('Signed in; the cookie is set', Session),
          ...problems(
            [
              'invalid-request',
              'malformed-body',
              'sign-in-failed',
              'second-factor-required',
              'second-factor-wrong',
              'sign-in-locked',
              'cross-site-request',
              'unsupported-media-type',
              'body-too-large',
            ],
            'public',
          ),
        },
      },
    },
    async (request, reply) => {
      const { username } = request.body;
      const signedIn = signInGuard.attempt(username, request.ip, () =>
        authenticator.signIn({
          ...request.body,
          userAgent: request.headers['user-agent'],
          ipAddress: request.ip,
        }),
      );
      const { session, setCookies } = await signedIn.catch(async (error: unknown) => {
        await auditRefusal(store, username, error);
        throw error;
      });
      await auditSignIn(store, session.user.username, session.session?.method ?? 'password');
      for (const cookie of setCookies) reply.header('set-cookie', cookie);
      request.log.info({ user: { id: session.user.id } }, 'signed in');
      return reply.code(201).send(presentSession(session));
    },
  );
};
