import { Session } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { signedIn } from '../../http/signed-in.ts';
import { presentSession } from '../../present/present-session.ts';

/** Tells who is signed in. */
export const getSession: Endpoint = (app) => {
  app.get(
    '/session',
    {
      schema: {
        operationId: 'getSession',
        tags: ['session'],
        summary: 'Who is signed in',
        response: { 200: json('The live session', Session), ...problems([]) },
      },
    },
    async (request) => presentSession(signedIn(request)),
  );
};
