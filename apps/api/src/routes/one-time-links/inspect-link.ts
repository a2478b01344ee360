import { InspectLinkRequest, LinkHolder } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { BODY_PROBLEMS } from '../../http/user-params.ts';
import { presentLinkHolder } from '../../present/present-user.ts';

/** For whom a one-time link is. */
export const inspectOneTimeLink: Endpoint = (app, { users }) => {
  app.post(
    '/one-time-links/inspect',
    {
      schema: {
        operationId: 'inspectOneTimeLink',
        tags: ['account'],
        summary: 'For whom a one-time link is',
        body: InspectLinkRequest,
        response: {
          200: json('The holder', LinkHolder),
          ...problems([...BODY_PROBLEMS, 'link-invalid'], 'public'),
        },
      },
    },
    async (request) => presentLinkHolder(await users.inspectLink(request.body.token)),
  );
};
