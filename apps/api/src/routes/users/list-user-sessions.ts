import { pageOf, SessionInfo } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { presentSessionInfo } from '../../present/present-user.ts';

/** Where a user is signed in. */
export const listUserSessions: Endpoint = (app, { users }) => {
  app.get(
    '/users/:id/sessions',
    {
      schema: {
        operationId: 'listUserSessions',
        tags: ['users'],
        summary: 'Where a user is signed in',
        params: IdParams,
        response: {
          200: json('All live sessions, newest first', pageOf(SessionInfo)),
          ...problems(['invalid-request', 'user-not-found']),
        },
      },
    },
    async (request) => {
      const sessions = await users.listSessions(request.params.id);
      const currentId = signedIn(request).session?.id ?? null;
      return { items: sessions.map(presentSessionInfo(currentId)), next_cursor: null };
    },
  );
};
