import { JobItem, PageQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { IdParams, json, problems } from '../../http/route-schema.ts';
import { presentJobItem } from '../../present/present-job.ts';
import { presentPage } from '../../present/present-page.ts';

/** The pictures of a batch job. */
export const listJobItems: Endpoint = (app, { useCases }) => {
  app.get(
    '/jobs/:id/items',
    {
      schema: {
        operationId: 'listJobItems',
        tags: ['jobs'],
        summary: 'The pictures of a batch job and what became of each',
        params: IdParams,
        querystring: PageQuery,
        response: {
          200: json('A page of pictures', pageOf(JobItem)),
          ...problems(['invalid-request', 'cursor-invalid', 'job-not-found']),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      return presentPage(await useCases.listJobItems(request.params.id, { cursor, limit }), presentJobItem);
    },
  );
};
