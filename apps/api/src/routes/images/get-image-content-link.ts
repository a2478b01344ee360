import { ContentLink, ImageRendition } from '@mlmcsc/contracts';
import { Type } from 'typebox';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';

/** An address of the picture for programs and people without a session. */
export const getImageContentLink: Endpoint = (app, { useCases }) => {
  app.get(
    '/images/:id/content-link',
    {
      schema: {
        operationId: 'getImageContentLink',
        tags: ['images'],
        summary: 'A link to the picture that works for five minutes',
        description:
          'Whoever has the link sees the picture until it expires, without signing in. Where pictures lie in a bucket it leads straight there, past this server.',
        params: IdParams,
        querystring: Type.Object(
          { rendition: Type.Optional(Type.Union([...ImageRendition.anyOf], { default: 'display' })) },
          { additionalProperties: false },
        ),
        response: {
          200: json('The link', ContentLink),
          ...problems(['invalid-request', 'image-not-found', 'pictures-removed', 'objects-unavailable']),
        },
      },
    },
    async (request) => {
      const { url, expiresAt } = await useCases.linkToImage({
        imageId: request.params.id,
        rendition: request.query.rendition ?? 'display',
      });
      return { url, expires_at: expiresAt.toISOString() };
    },
  );
};
