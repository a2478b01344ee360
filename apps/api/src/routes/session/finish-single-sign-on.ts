import { NotFound } from '@mlmcsc/core';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { auditRefusal, auditSignIn } from '../../http/audit-sign-in.ts';
import { leadToSignIn } from '../../http/lead-to-sign-in.ts';
import { publicAddress } from '../../http/public-address.ts';
import { noContent, problems } from '../../http/route-schema.ts';

/** Takes the browser back from the single sign-on provider and signs in. */
export const finishSingleSignOn: Endpoint = (app, { singleSignOn, options, store }) => {
  app.get(
    '/session/sso/callback',
    {
      schema: {
        operationId: 'finishSingleSignOn',
        tags: ['session'],
        summary: 'Return from single sign-on',
        description:
          'For browsers: sets the session cookie and leads to the page that was wanted. A failure leads to the sign-in page when a page is asked for.',
        querystring: Type.Object({}, { additionalProperties: true }),
        response: {
          302: noContent('To the page that was wanted, or to the sign-in page'),
          ...problems(['sso-not-configured', 'sso-unavailable', 'sso-failed', 'sso-refused'], 'public'),
        },
      },
    },
    async (request, reply) => {
      if (singleSignOn === null) {
        throw new NotFound('sso-not-configured', 'This installation has no single sign-on.');
      }
      try {
        const { session, setCookies, next } = await singleSignOn.finish({
          currentUrl: publicAddress(options.publicUrl, request, request.url),
          cookieHeader: request.headers.cookie,
          userAgent: request.headers['user-agent'],
          ipAddress: request.ip,
        });
        await auditSignIn(store, session.user.username, 'single-sign-on');
        for (const cookie of setCookies) reply.header('set-cookie', cookie);
        request.log.info({ user: { id: session.user.id } }, 'signed in');
        return reply.redirect(next, 302) as never;
      } catch (error) {
        await auditRefusal(store, null, error);
        return leadToSignIn(request, reply, error);
      }
    },
  );
};
