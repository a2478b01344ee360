import { HeldImage, ImageHold, PageQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentPage } from '../../present/present-page.ts';
import { presentHeldImage, presentHold } from '../../present/present-retention.ts';

/** Everything that is on legal hold. */
export const listHolds: Endpoint = (app, { useCases }) => {
  app.get(
    '/holds',
    {
      schema: {
        operationId: 'listHolds',
        tags: ['retention'],
        summary: 'Pictures on legal hold, newest first',
        querystring: PageQuery,
        response: {
          200: json('A page of holds', pageOf(HeldImage)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      return presentPage(await useCases.listHolds({ cursor, limit }), presentHeldImage);
    },
  );
};

/** The hold of one picture. */
export const getHold: Endpoint = (app, { useCases }) => {
  app.get(
    '/images/:id/hold',
    {
      schema: {
        operationId: 'getHold',
        tags: ['retention'],
        summary: 'Whether and why a picture is on legal hold',
        params: IdParams,
        response: {
          200: json('The hold', ImageHold),
          ...problems(['invalid-request', 'image-not-found', 'hold-not-found']),
        },
      },
    },
    async (request) => presentHold(await useCases.getHold(request.params.id)),
  );
};
