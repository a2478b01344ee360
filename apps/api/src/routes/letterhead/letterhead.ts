import { ChangeLetterheadRequest, Letterhead } from '@mlmcsc/contracts';
import { presentLetterhead } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { base64BodyLimit } from '../../http/base64-body-limit.ts';
import { assertMatch, entityTagOf, IfMatchHeaders } from '../../http/entity-tag.ts';
import { json, problems } from '../../http/route-schema.ts';
import { usernameOf } from '../../http/signed-in.ts';

const MOST_BYTES = 1024 * 1024;

/** What stands at the top of reports. */
export const getLetterhead: Endpoint = (app, { letterhead }) => {
  app.get(
    '/letterhead',
    {
      schema: {
        operationId: 'getLetterhead',
        tags: ['reports'],
        summary: 'What stands at the top of reports',
        description: 'Its `ETag` is what `PUT` wants as `If-Match`.',
        response: { 200: json('The letterhead', Letterhead), ...problems([]) },
      },
    },
    async () => presentLetterhead(await letterhead.get()),
  );
};

/** Change it. */
export const changeLetterhead: Endpoint = (app, { letterhead }) => {
  app.put(
    '/letterhead',
    {
      bodyLimit: base64BodyLimit(MOST_BYTES),
      schema: {
        operationId: 'changeLetterhead',
        tags: ['reports'],
        summary: 'Change what stands at the top of reports',
        description:
          'Needs `If-Match` with the `ETag` of the letterhead that it replaces. Reports that are written down already keep theirs. The logo is decoded and stored anew as PNG on white, ' +
          'at most 1200 pixels on its longer side.',
        headers: IfMatchHeaders,
        body: ChangeLetterheadRequest,
        response: {
          200: json('The letterhead as it is now', Letterhead),
          ...problems([
            ...(['invalid-request', 'malformed-body', 'body-too-large', 'logo-type-unsupported'] as const),
            ...(['image-type-unsupported', 'image-truncated', 'image-too-many-pixels'] as const),
            ...(['image-too-large', 'image-too-slow', 'image-animated', 'images-busy'] as const),
            ...(['precondition-failed', 'precondition-required', 'cross-site-request'] as const),
            ...(['unsupported-media-type', 'objects-unavailable', 'objects-refused'] as const),
          ]),
        },
      },
    },
    async (request, reply) => {
      const current = await letterhead.get();
      const mustReplace = assertMatch(request, presentLetterhead(current), true);
      const { accreditation_number: accreditationNumber, logo, name, address } = request.body;
      const shown = presentLetterhead(
        await letterhead.change({
          ...{ name, address, accreditationNumber },
          logo: logo === undefined || logo === null ? logo : Buffer.from(logo.content_base64, 'base64'),
          replaces: mustReplace ? current.revision : undefined,
          username: usernameOf(request),
        }),
      );
      reply.header('etag', entityTagOf(JSON.stringify(shown)));
      return shown;
    },
  );
};
