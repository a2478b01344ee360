import { Dataset } from '@mlmcsc/contracts';
import type { Endpoint } from '../../api-instance.ts';
import { json, problems } from '../../http/route-schema.ts';
import { presentDataset } from '../../present/present-dataset.ts';
import { DatasetParams } from './dataset-params.ts';

/** One version by its digest. */
export const getDataset: Endpoint = (app, { datasets }) => {
  app.get(
    '/datasets/:digest',
    {
      schema: {
        operationId: 'getDataset',
        tags: ['datasets'],
        summary: 'One dataset version',
        params: DatasetParams,
        response: {
          200: json('The version', Dataset),
          ...problems(['invalid-request', 'dataset-not-found']),
        },
      },
    },
    async (request) => presentDataset(await datasets.getDataset(request.params.digest)),
  );
};
