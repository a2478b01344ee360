import { objectKeyOf } from '@mlmcsc/core';
import type { Endpoint } from '../../api-instance.ts';
import { binary, IdParams, noContent, problems } from '../../http/route-schema.ts';
import { sendImmutable } from '../../http/send-immutable.ts';
import { usernameOf } from '../../http/signed-in.ts';

/** What was painted on a picture. */
export const getRegions: Endpoint = (app, { datasets, studies, useCases }) => {
  app.get(
    '/images/:id/regions',
    {
      schema: {
        operationId: 'getRegions',
        tags: ['images'],
        summary: 'The newest painting of a picture',
        description: 'The ETag is its SHA-256; a newer painting has another.',
        params: IdParams,
        response: {
          200: binary('The painting', 'image/png'),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems([
            'invalid-request',
            'image-not-found',
            'regions-not-found',
            'blind-reading',
            'object-not-found',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
          ]),
        },
      },
    },
    async (request, reply) => {
      await studies.requireSight(usernameOf(request), [request.params.id]);
      const { sha256 } = await datasets.findRegions(request.params.id);
      const key = objectKeyOf(sha256);
      const sent = sendImmutable(request, reply, key, () => useCases.readObject(key));
      // The painting of an address may be followed by another.
      reply.header('cache-control', 'private, no-cache');
      return sent;
    },
  );
};
