import type { Endpoint } from '../../api-instance.ts';
import { isNoneMatch } from '../../http/entity-tag.ts';
import { binary, noContent, problems } from '../../http/route-schema.ts';

/** The logo of the letterhead. */
export const getLogo: Endpoint = (app, { letterhead }) => {
  app.get(
    '/letterhead/logo',
    {
      schema: {
        operationId: 'getLetterheadLogo',
        tags: ['reports'],
        summary: 'The logo of the letterhead, as it is printed',
        response: {
          200: binary('The logo', 'image/png'),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems([
            'logo-not-found',
            'object-not-found',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
          ]),
        },
      },
    },
    async (request, reply) => {
      const { sha256, bytes } = await letterhead.logo();
      const etag = `"${sha256}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (isNoneMatch(request.headers['if-none-match'], etag)) return reply.code(304).send(null) as never;
      reply
        .header('content-type', 'image/png')
        .header('content-disposition', 'inline')
        .header('content-security-policy', "default-src 'none'; sandbox");
      return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as never;
    },
  );
};
