import { OneTimeLink } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';
import { presentLink } from '../../present/present-user.ts';

/** Issue a link that sets a password. */
export const issueOneTimeLink: Endpoint = (app, { users }) => {
  app.post(
    '/users/:id/one-time-link',
    {
      schema: {
        operationId: 'issueOneTimeLink',
        tags: ['users'],
        summary: 'Issue a link that sets a password',
        description:
          'An invitation for who has no password yet, otherwise a password reset (24 hours). Works once; the link before stops working.',
        params: IdParams,
        response: {
          201: json('The link', OneTimeLink),
          ...problems(['invalid-request', 'user-not-found', 'user-deactivated', 'cross-site-request']),
        },
      },
    },
    async (request, reply) =>
      reply.code(201).send(presentLink(await users.issueLink(request.params.id, usernameOf(request)))),
  );
};
