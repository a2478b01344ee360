import { DatasetEntry, PageQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentDatasetEntry } from '../../present/present-dataset.ts';
import { presentPage } from '../../present/present-page.ts';
import { DatasetParams } from './dataset-params.ts';

/** What is in a version. */
export const listDatasetEntries: Endpoint = (app, { datasets }) => {
  app.get(
    '/datasets/:digest/entries',
    {
      schema: {
        operationId: 'listDatasetEntries',
        tags: ['datasets'],
        summary: 'The labelled pictures of a version, in the order of learning',
        params: DatasetParams,
        querystring: PageQuery,
        response: {
          200: json('A page of labelled pictures', pageOf(DatasetEntry)),
          ...problems([
            'invalid-request',
            'cursor-invalid',
            'dataset-not-found',
            'object-not-found',
            'object-damaged',
            'objects-unavailable',
            'objects-refused',
          ]),
        },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      const slice = await datasets.listDatasetItems(request.params.digest, { cursor, limit });
      return presentPage(slice, presentDatasetEntry);
    },
  );
};
