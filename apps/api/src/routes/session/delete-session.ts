import type { Endpoint } from '../../api-instance.ts';
import { auditSignOut } from '../../http/audit-sign-in.ts';
import { noContent, problems } from '../../http/route-schema.ts';

/** Signs out: the session ends on the server, so a copied cookie is worthless from then on. */
export const deleteSession: Endpoint = (app, { authenticator, store }) => {
  app.delete(
    '/session',
    {
      schema: {
        operationId: 'deleteSession',
        tags: ['session'],
        summary: 'Sign out',
        description: 'Ends the session on the server and clears the cookie. Signing out twice is harmless.',
        response: {
          204: noContent('Signed out'),
          ...problems(['cross-site-request', 'unsupported-media-type'], 'public'),
        },
      },
    },
    async (request, reply) => {
      const { cookie: cookieHeader } = request.headers;
      const ended = await authenticator.authenticate({ cookie: cookieHeader });
      const { setCookies } = await authenticator.signOut(cookieHeader);
      if (ended !== null) await auditSignOut(store, ended.user.username);
      for (const cookie of setCookies) reply.header('set-cookie', cookie);
      return reply.code(204).send(null);
    },
  );
};
