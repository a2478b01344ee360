import { Image } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentImage } from '../../present/present-image.ts';

/** One stored picture's record. */
export const getImage: Endpoint = (app, { useCases }) => {
  app.get(
    '/images/:id',
    {
      schema: {
        operationId: 'getImage',
        tags: ['images'],
        summary: 'One picture',
        params: IdParams,
        response: { 200: json('The picture', Image), ...problems(['invalid-request', 'image-not-found']) },
      },
    },
    async (request) => presentImage(await useCases.getImage(request.params.id)),
  );
};
