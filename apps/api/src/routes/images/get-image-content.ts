import { ImageRendition } from '@mlmcsc/contracts';
import { assertPicturesThere } from '@mlmcsc/core';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { binary, IdParams, noContent, problems } from '../../http/route-schema.ts';
import { sendImmutable } from '../../http/send-immutable.ts';

/** The picture itself, re-encoded without EXIF or other metadata. */
export const getImageContent: Endpoint = (app, { useCases }) => {
  app.get(
    '/images/:id/content',
    {
      schema: {
        operationId: 'getImageContent',
        tags: ['images'],
        summary: 'The picture itself',
        description:
          'A rendition, re-encoded without any metadata. It never changes, so it may be kept for ever; the ETag is its SHA-256.',
        params: IdParams,
        querystring: Type.Object(
          {
            rendition: Type.Optional(
              Type.Union([...ImageRendition.anyOf], {
                default: 'display',
                description: '`display`: for the screen; `thumbnail`: for lists',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: binary('The rendition', 'image/jpeg', 'image/webp', 'image/png'),
          304: noContent('Unchanged (If-None-Match)'),
          ...problems([
            'invalid-request',
            'image-not-found',
            'object-not-found',
            'pictures-removed',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
          ]),
        },
      },
    },
    async (request, reply) => {
      const image = await useCases.getImage(request.params.id);
      assertPicturesThere(image);
      const key = request.query.rendition === 'thumbnail' ? image.thumbnailKey : image.displayKey;
      return sendImmutable(request, reply, key, () => useCases.readObject(key));
    },
  );
};
