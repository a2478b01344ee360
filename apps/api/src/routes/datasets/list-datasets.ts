import { Dataset, DatasetQuery, pageOf } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentDataset } from '../../present/present-dataset.ts';
import { presentPage } from '../../present/present-page.ts';

/** Versions of the labelled data, newest first. */
export const listDatasets: Endpoint = (app, { datasets }) => {
  app.get(
    '/datasets',
    {
      schema: {
        operationId: 'listDatasets',
        tags: ['datasets'],
        summary: 'Dataset versions, newest first',
        querystring: DatasetQuery,
        response: {
          200: json('A page of versions', pageOf(Dataset)),
          ...problems(['invalid-request', 'cursor-invalid']),
        },
      },
    },
    async (request) => {
      const { kind, cursor, limit = 50 } = request.query;
      return presentPage(await datasets.listDatasets({ kind }, { cursor, limit }), presentDataset);
    },
  );
};
