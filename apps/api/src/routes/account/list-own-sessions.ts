import { pageOf, SessionInfo } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { presentSessionInfo } from '../../present/present-user.ts';

/** Where the account is signed in. */
export const listOwnSessions: Endpoint = (app, { users }) => {
  app.get(
    '/account/sessions',
    {
      schema: {
        operationId: 'listOwnSessions',
        tags: ['account'],
        summary: 'Where the account is signed in',
        response: { 200: json('All live sessions, newest first', pageOf(SessionInfo)), ...problems([]) },
      },
    },
    async (request) => {
      const { user, session } = signedIn(request);
      const sessions = await users.listSessions(user.id);
      return { items: sessions.map(presentSessionInfo(session?.id ?? null)), next_cursor: null };
    },
  );
};
