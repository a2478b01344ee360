import { NotFound } from '@mlmcsc/core';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { leadToSignIn } from '../../http/lead-to-sign-in.ts';
import { publicAddress } from '../../http/public-address.ts';
import { noContent, problems } from '../../http/route-schema.ts';

/** Where the provider sends the browser back to. */
export const SSO_CALLBACK = '/api/v1/session/sso/callback';

/** Sends the browser to the single sign-on provider. */
export const beginSingleSignOn: Endpoint = (app, { singleSignOn, options }) => {
  app.get(
    '/session/sso',
    {
      schema: {
        operationId: 'beginSingleSignOn',
        tags: ['session'],
        summary: 'Begin single sign-on',
        description:
          'For browsers: leads to the provider, which leads back to the callback. A failure leads to the sign-in page when a page is asked for.',
        querystring: Type.Object(
          {
            next: Type.Optional(
              Type.String({
                maxLength: 500,
                // A path of this server: no other host, neither by // nor by a backslash.
                pattern: '^/(?![/\\\\])[^\\\\\\s]*$',
                description: 'Page to show afterwards',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          302: noContent('To the provider, or to the sign-in page'),
          ...problems(['invalid-request', 'sso-not-configured', 'sso-unavailable'], 'public'),
        },
      },
    },
    async (request, reply) => {
      if (singleSignOn === null) {
        throw new NotFound('sso-not-configured', 'This installation has no single sign-on.');
      }
      const { next } = request.query;
      try {
        const { url, setCookies } = await singleSignOn.begin({
          redirectUri: publicAddress(options.publicUrl, request, SSO_CALLBACK),
          next: next ?? '/',
        });
        for (const cookie of setCookies) reply.header('set-cookie', cookie);
        return reply.redirect(url, 302) as never;
      } catch (error) {
        return leadToSignIn(request, reply, error, next);
      }
    },
  );
};
